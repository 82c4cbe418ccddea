package com.pulsesms.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.server.api.Operations.Operation;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody sees or changes another organization's data, by any operation that the server describes. */
@ExtendWith(SharedServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class TenantIsolationIT {
    private static final JsonObject EMPTY = JsonObject.EMPTY_JSON_OBJECT;
    private static final JsonObject NAMED =
            Json.createObjectBuilder().add("name", "Mine now").build();

    /** By operation: what must hold when {@code we} try it on {@code them}. */
    private static final Map<String, BiConsumer<Filled, Filled>> OPERATIONS = operations();

    private Filled them;
    private Filled we;

    @BeforeAll
    void fillTwoOrganizations() {
        them = Filled.of("Theirs");
        we = Filled.of("Ours");
    }

    static Stream<String> operationsOfTheTable() {
        return OPERATIONS.keySet().stream();
    }

    @Test
    void looksAtEveryOperationThatTheServerDescribes() {
        assertThat(Operations.described())
                .extracting(Operation::toString)
                .containsExactlyInAnyOrderElementsOf(OPERATIONS.keySet());
    }

    @ParameterizedTest
    @MethodSource("operationsOfTheTable")
    void leavesOthersAlone(String operation) {
        var before = them.seen();

        OPERATIONS.get(operation).accept(we, them);

        assertThat(them.seen()).isEqualTo(before);
    }

    @Test
    void answersThatAnotherOrganizationIsNotThereWhateverIsAskedOfIt() {
        for (var operation : Operations.described()) {
            if (!isForStrangers(operation) && !operation.path().startsWith("/api/gateway/")) {
                for (var caller :
                        List.of(we.workspace().person(), we.workspace().program())) {
                    operation
                            .by(
                                    caller.with(
                                            "X-Organization-Id",
                                            them.workspace().organization()),
                                    them.list())
                            .refusing(404, "not_found");
                }
            }
        }
    }

    @Test
    void answersNobodyWhoIsNotKnown() {
        for (var operation : Operations.described()) {
            if (!isForStrangers(operation)) {
                operation.by(Caller.stranger(), them.list()).expecting(401);
            }
        }
    }

    private static boolean isForStrangers(Operation operation) {
        return List.of("POST /api/accounts", "POST /api/auth/token", "POST /api/session", "POST /api/gateway/pair")
                .contains(operation.toString());
    }

    private static Map<String, BiConsumer<Filled, Filled>> operations() {
        var table = new LinkedHashMap<String, BiConsumer<Filled, Filled>>();
        ofPeople(table);
        ofOrganizations(table);
        ofContacts(table);
        ofOptOuts(table);
        ofDevices(table);
        ofCampaigns(table);
        ofMessages(table);
        ofWebhooks(table);
        ofPhones(table);
        return table;
    }

    private static void ofPeople(Map<String, BiConsumer<Filled, Filled>> table) {
        table.put(
                "POST /api/accounts",
                (we, them) -> showsNothing(Workspace.signUp("New").person().get("/api/me"), them));
        table.put("POST /api/auth/token", (we, them) -> {
            var wrong = Json.createObjectBuilder()
                    .add("apiKey", "pk_" + them.workspace().apiKey());
            Caller.stranger().post("/api/auth/token", wrong.build()).refusing(401, "api_key_invalid");
        });
        table.put(
                "POST /api/session",
                (we, them) -> showsNothing(
                        Caller.stranger()
                                .post("/api/session", we.workspace().signIn())
                                .expecting(201),
                        them));
        table.put("DELETE /api/session", (we, them) -> {
            we.workspace().personElsewhere().delete("/api/session").expecting(204);
            them.workspace().person().get("/api/me").expecting(200);
        });
        table.put(
                "GET /api/me",
                (we, them) ->
                        showsNothing(we.workspace().person().get("/api/me").expecting(200), them));
    }

    private static void ofOrganizations(Map<String, BiConsumer<Filled, Filled>> table) {
        lists(table, "/api/organizations");
        table.put("POST /api/organizations", (we, them) -> {
            var made = Json.createObjectBuilder().add("name", "Second").add("region", "RS");
            showsNothing(
                    we.workspace()
                            .person()
                            .post("/api/organizations", made.build())
                            .expecting(201),
                    them);
        });
        hides(table, "GET", "/api/organizations/{organization}", EMPTY);
        hides(table, "PATCH", "/api/organizations/{organization}", NAMED);
        lists(table, "/api/api-keys");
        table.put(
                "POST /api/api-keys",
                (we, them) -> showsNothing(
                        we.workspace().person().post("/api/api-keys", NAMED).expecting(201), them));
        hides(table, "GET", "/api/api-keys/{apiKey}", EMPTY);
        hides(table, "DELETE", "/api/api-keys/{apiKey}", EMPTY);
    }

    private static void ofContacts(Map<String, BiConsumer<Filled, Filled>> table) {
        lists(table, "/api/contacts");
        table.put(
                "POST /api/contacts",
                (we, them) -> showsNothing(
                        we.workspace().person().post("/api/contacts", NAMED).expecting(201), them));
        hides(table, "GET", "/api/contacts/{list}", EMPTY);
        hides(table, "PATCH", "/api/contacts/{list}", NAMED);
        hides(table, "DELETE", "/api/contacts/{list}", EMPTY);
        hides(table, "GET", "/api/contacts/{list}/export", EMPTY);
        table.put("POST /api/contacts/{list}/import", (we, them) -> {
            we.workspace().importCsv(them.list(), "", "phone\n+381641111111\n").refusing(404, "not_found");
            we.workspace()
                    .importCsv(them.list(), "?dryRun=true", "phone\n+381641111111\n")
                    .refusing(404, "not_found");
        });
        hides(table, "GET", "/api/contacts/{list}/entries", EMPTY);
        hides(table, "POST", "/api/contacts/{list}/entries", phone("+381641111111"));
        hidesWithin(table, "GET", EMPTY);
        hidesWithin(table, "PATCH", phone("+381641111111"));
        hidesWithin(table, "DELETE", EMPTY);
    }

    /** A contact is reached by its list: neither in theirs nor, under its own id, in ours. */
    private static void hidesWithin(Map<String, BiConsumer<Filled, Filled>> table, String method, JsonObject body) {
        var path = "/api/contacts/{list}/entries/{contact}";
        table.put(
                method + " " + path,
                (we, them) -> Stream.of(them.list(), we.list())
                        .map(list -> "/api/contacts/" + list + "/entries/" + them.contact())
                        .forEach(address -> refusesAll(we, method, address, body)));
    }

    private static void ofOptOuts(Map<String, BiConsumer<Filled, Filled>> table) {
        lists(table, "/api/opt-outs");
        table.put(
                "POST /api/opt-outs",
                (we, them) -> showsNothing(
                        we.workspace()
                                .person()
                                .post("/api/opt-outs", Workspace.numbers("+381641234569"))
                                .expecting(200),
                        them));
        hides(table, "GET", "/api/opt-outs/{optOut}", EMPTY);
        hides(table, "DELETE", "/api/opt-outs/{optOut}", EMPTY);
        lists(table, "/api/opt-outs/export");
        table.put("POST /api/opt-outs/import", (we, them) -> {
            var csv = BodyPublishers.ofString("phone\n+381641234567\n");
            var imported = we.workspace().person().send("POST", "/api/opt-outs/import", "text/csv", csv);
            showsNothing(imported.expecting(200), them);
        });
    }

    private static void ofDevices(Map<String, BiConsumer<Filled, Filled>> table) {
        lists(table, "/api/devices");
        table.put("POST /api/devices/pairing-codes", (we, them) -> {
            var phone = we.workspace().phone();
            them.workspace().person().get("/api/devices/" + phone.id()).refusing(404, "not_found");
        });
        hides(table, "GET", "/api/devices/{device}", EMPTY);
        hides(table, "PATCH", "/api/devices/{device}", NAMED);
        hides(table, "DELETE", "/api/devices/{device}", EMPTY);
    }

    private static void ofCampaigns(Map<String, BiConsumer<Filled, Filled>> table) {
        lists(table, "/api/campaigns");
        table.put("POST /api/campaigns", (we, them) -> {
            var person = we.workspace().person();
            refusesField(person.post("/api/campaigns", Workspace.draft("Theft", them.list())), "lists");
            refusesField(
                    person.post("/api/campaigns", through(them.phone(), Workspace.draft("Theft", we.list()))),
                    "deviceId");
        });
        table.put("POST /api/campaigns/preview", (we, them) -> {
            var preview = Json.createObjectBuilder()
                    .add("text", "Hi {{name}}")
                    .add("lists", Json.createArrayBuilder().add(them.list()));
            refusesField(we.workspace().person().post("/api/campaigns/preview", preview.build()), "lists");
        });
        hides(table, "GET", "/api/campaigns/{campaign}", EMPTY);
        table.put("PUT /api/campaigns/{campaign}", (we, them) -> {
            refusesAll(we, "PUT", "/api/campaigns/" + them.campaign(), Workspace.draft("Mine now", we.list()));
            var ours = "/api/campaigns/" + we.campaign();
            refusesField(we.workspace().person().put(ours, Workspace.draft("Theft", them.list())), "lists");
        });
        table.put("PATCH /api/campaigns/{campaign}", (we, them) -> {
            refusesAll(we, "PATCH", "/api/campaigns/" + them.campaign(), Workspace.draft("Mine now", we.list()));
            var theft = Json.createObjectBuilder()
                    .add("lists", Json.createArrayBuilder().add(them.list()));
            refusesField(we.workspace().person().patch("/api/campaigns/" + we.campaign(), theft.build()), "lists");
        });
        hides(table, "GET", "/api/campaigns/{campaign}/events", EMPTY);
        hides(table, "DELETE", "/api/campaigns/{campaign}", EMPTY);
        hides(table, "POST", "/api/campaigns/{campaign}/start", EMPTY);
        for (var turn : List.of("pause", "resume", "cancel", "duplicate")) {
            hides(table, "POST", "/api/campaigns/{campaign}/" + turn, EMPTY);
        }
        var someTime = Json.createObjectBuilder().add("at", "2030-01-01T09:00").build();
        hides(table, "POST", "/api/campaigns/{campaign}/schedule", someTime);
        hides(table, "DELETE", "/api/campaigns/{campaign}/schedule", EMPTY);
        table.put("POST /api/campaigns/{campaign}/test", (we, them) -> {
            var wish = Json.createObjectBuilder().add("to", "+381641111111").build();
            refusesAll(we, "POST", "/api/campaigns/" + them.campaign() + "/test", wish);
            var theirs = Json.createObjectBuilder(wish).add("contactId", them.contact());
            var ours = "/api/campaigns/" + we.campaign() + "/test";
            refusesField(we.workspace().person().post(ours, theirs.build()), "contactId");
        });
        hides(table, "GET", "/api/campaigns/{campaign}/messages", EMPTY);
        var failed = Json.createObjectBuilder()
                .add("status", Json.createArrayBuilder().add("FAILED"));
        hides(table, "POST", "/api/campaigns/{campaign}/resend", failed.build());
    }

    private static void ofMessages(Map<String, BiConsumer<Filled, Filled>> table) {
        lists(table, "/api/messages");
        table.put(
                "POST /api/messages",
                (we, them) -> refusesField(
                        we.workspace()
                                .person()
                                .post("/api/messages", through(them.phone(), Workspace.sms("+381641111111"))),
                        "deviceId"));
        hides(table, "GET", "/api/messages/{message}", EMPTY);
        hides(table, "POST", "/api/messages/{message}/resend", EMPTY);
        hides(table, "POST", "/api/messages/{message}/cancel", EMPTY);
        table.put(
                "GET /api/usage",
                (we, them) ->
                        showsNothing(we.workspace().person().get("/api/usage").expecting(200), them));
    }

    private static void ofWebhooks(Map<String, BiConsumer<Filled, Filled>> table) {
        lists(table, "/api/webhooks");
        table.put(
                "POST /api/webhooks",
                (we, them) -> showsNothing(
                        we.workspace()
                                .person()
                                .post("/api/webhooks", Workspace.webhook("https://ours.example"))
                                .expecting(201),
                        them));
        hides(table, "GET", "/api/webhooks/{webhook}", EMPTY);
        hides(table, "PATCH", "/api/webhooks/{webhook}", Workspace.webhook("https://ours.example"));
        hides(table, "DELETE", "/api/webhooks/{webhook}", EMPTY);
        hides(table, "POST", "/api/webhooks/{webhook}/secret", EMPTY);
        hides(table, "POST", "/api/webhooks/{webhook}/test", EMPTY);
        hides(table, "GET", "/api/webhooks/{webhook}/deliveries", EMPTY);
        var always = Json.createObjectBuilder().add("from", "2026-01-01T00:00:00Z");
        hides(table, "POST", "/api/webhooks/{webhook}/redeliver", always.build());
        hidesDelivery(table, "GET", "/api/webhooks/{webhook}/deliveries/{delivery}");
        hidesDelivery(table, "POST", "/api/webhooks/{webhook}/deliveries/{delivery}/redeliver");
    }

    /** A delivery is reached by its webhook: neither by theirs nor by ours. */
    private static void hidesDelivery(Map<String, BiConsumer<Filled, Filled>> table, String method, String path) {
        table.put(
                method + " " + path,
                (we, them) -> Stream.of(them.webhook(), we.enabledWebhook())
                        .map(webhook -> path.replace("{webhook}", webhook).replace("{delivery}", them.delivery()))
                        .forEach(address -> refusesAll(we, method, address, EMPTY)));
    }

    private static void ofPhones(Map<String, BiConsumer<Filled, Filled>> table) {
        table.put("POST /api/gateway/pair", (we, them) -> {
            var phone = we.workspace().phone();
            showsNothing(
                    we.workspace().person().get("/api/devices/" + phone.id()).expecting(200), them);
        });
        table.put(
                "POST /api/gateway/messages/claim",
                (we, them) -> showsNothing(we.phone().claim(), them));
        table.put(
                "POST /api/gateway/messages/accept",
                (we, them) -> assertThat(we.phone()
                                .accept(them.message(), 1)
                                .expecting(200)
                                .json()
                                .getJsonArray("accepted"))
                        .isEmpty());
        table.put(
                "POST /api/gateway/heartbeat",
                (we, them) -> we.phone().reportSent(them.message(), 1).expecting(200));
        table.put(
                "DELETE /api/gateway/device",
                (we, them) -> we.workspace()
                        .phone()
                        .caller()
                        .delete("/api/gateway/device")
                        .expecting(204));
    }

    private static void lists(Map<String, BiConsumer<Filled, Filled>> table, String path) {
        table.put("GET " + path, (we, them) -> {
            showsNothing(we.workspace().person().get(path + "?limit=200").expecting(200), them);
        });
    }

    private static void hides(
            Map<String, BiConsumer<Filled, Filled>> table, String method, String path, JsonObject body) {
        table.put(method + " " + path, (we, them) -> refusesAll(we, method, addressOf(path, them), body));
    }

    private static String addressOf(String path, Filled them) {
        return path.replace("{organization}", them.workspace().organization())
                .replace("{apiKey}", them.workspace().apiKey())
                .replace("{list}", them.list())
                .replace("{optOut}", them.optOut())
                .replace("{device}", them.phone().id())
                .replace("{campaign}", them.campaign())
                .replace("{message}", them.message())
                .replace("{webhook}", them.webhook());
    }

    /** To a person with all rights it isn't there; a program may not even ask for some things. */
    private static void refusesAll(Filled we, String method, String address, JsonObject body) {
        we.workspace().person().call(method, address, body.toString()).refusing(404, "not_found");
        assertThat(we.workspace()
                        .program()
                        .call(method, address, body.toString())
                        .status())
                .isIn(403, 404);
    }

    private static void refusesField(Answer answer, String field) {
        assertThat(answer.refusing(400, "invalid").wrongFields()).containsExactly(field);
    }

    private static void showsNothing(Answer answer, Filled them) {
        assertThat(answer.body()).doesNotContain(them.ids());
    }

    private static JsonObject phone(String number) {
        return Json.createObjectBuilder().add("phone", number).build();
    }

    private static JsonObject through(PairedPhone phone, JsonObject body) {
        return Json.createObjectBuilder(body).add("deviceId", phone.id()).build();
    }
}
