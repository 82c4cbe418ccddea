package com.pulsesms.server.api;

import static com.pulsesms.server.api.Workspace.draft;
import static com.pulsesms.server.api.Workspace.numbers;
import static com.pulsesms.server.api.Workspace.sms;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Each operation of the API in a call that goes well; those that take something away come last. */
final class EveryCall {
    private static final String NUMBER = "+381641112233";

    private final Filled all;
    private final Caller person;
    private final Caller program;
    private final Map<String, Supplier<Answer>> calls = new LinkedHashMap<>();

    private EveryCall(Filled all) {
        this.all = all;
        this.person = all.workspace().person();
        this.program = all.workspace().program();
    }

    static Map<String, Supplier<Answer>> of(Filled all) {
        var every = new EveryCall(all);
        every.people();
        every.organizations();
        every.contacts();
        every.optOuts();
        every.campaigns();
        every.messages();
        every.phones();
        every.webhooks();
        every.removals();
        return every.calls;
    }

    private static JsonObject json(String field, String value) {
        return Json.createObjectBuilder().add(field, value).build();
    }

    private void get(String path, Object... ids) {
        calls.put("GET " + path, () -> program.get(filled(path, ids)));
    }

    private void post(String path, JsonObject body, Object... ids) {
        calls.put("POST " + path, () -> program.post(filled(path, ids), body));
    }

    private void patch(String path, JsonObject body, Object... ids) {
        calls.put("PATCH " + path, () -> person.patch(filled(path, ids), body));
    }

    private static String filled(String path, Object... ids) {
        for (var id : ids) {
            path = path.replaceFirst("\\{[^}]*}", id.toString());
        }
        return path;
    }

    private void people() {
        calls.put(
                "POST /api/accounts",
                () -> Caller.stranger()
                        .post("/api/accounts", Workspace.newAccount("New", UUID.randomUUID() + "@example.com")));
        calls.put("POST /api/auth/token", () -> {
            var key = person.post("/api/api-keys", json("name", "Till")).expecting(201);
            return Caller.stranger().post("/api/auth/token", json("apiKey", key.text("secret")));
        });
        calls.put(
                "POST /api/session",
                () -> Caller.stranger().post("/api/session", all.workspace().signIn()));
        calls.put("GET /api/me", () -> person.get("/api/me"));
        calls.put("DELETE /api/session", () -> all.workspace().personElsewhere().delete("/api/session"));
    }

    private void organizations() {
        calls.put("GET /api/organizations", () -> person.get("/api/organizations"));
        var second = Json.createObjectBuilder().add("name", "Second").add("region", "RS");
        calls.put("POST /api/organizations", () -> person.post("/api/organizations", second.build()));
        get("/api/organizations/{organization}", all.workspace().organization());
        patch(
                "/api/organizations/{organization}",
                json("name", "New"),
                all.workspace().organization());
        calls.put("GET /api/api-keys", () -> person.get("/api/api-keys"));
        calls.put("POST /api/api-keys", () -> person.post("/api/api-keys", json("name", "Till")));
        calls.put(
                "GET /api/api-keys/{apiKey}",
                () -> person.get("/api/api-keys/" + all.workspace().apiKey()));
        get("/api/usage");
    }

    private void contacts() {
        get("/api/contacts");
        post("/api/contacts", json("name", "More"));
        get("/api/contacts/{list}", all.list());
        patch("/api/contacts/{list}", json("name", "Renamed"), all.list());
        get("/api/contacts/{list}/export", all.list());
        get("/api/contacts/{list}/entries", all.list());
        post("/api/contacts/{list}/entries", json("phone", NUMBER), all.list());
        get("/api/contacts/{list}/entries/{contact}", all.list(), all.contact());
        patch("/api/contacts/{list}/entries/{contact}", json("name", "Bo"), all.list(), all.contact());
        calls.put(
                "POST /api/contacts/{list}/import",
                () -> all.workspace().importCsv(all.list(), "", "phone,city\n+381641119999,Niš\nnobody,\n"));
    }

    private void optOuts() {
        get("/api/opt-outs");
        post("/api/opt-outs", numbers("+381641234570"));
        get("/api/opt-outs/{optOut}", all.optOut());
        get("/api/opt-outs/export");
        calls.put(
                "POST /api/opt-outs/import",
                () -> program.send(
                        "POST", "/api/opt-outs/import", "text/csv", BodyPublishers.ofString("phone\n+381641234571\n")));
    }

    private void campaigns() {
        var campaign = all.campaign();
        get("/api/campaigns");
        post("/api/campaigns", draft("Sale", all.list()));
        var lists = Json.createArrayBuilder().add(all.list());
        post(
                "/api/campaigns/preview",
                Json.createObjectBuilder(json("text", "Hi {{name}}"))
                        .add("lists", lists)
                        .build());
        get("/api/campaigns/{campaign}", campaign);
        calls.put(
                "PUT /api/campaigns/{campaign}",
                () -> program.put("/api/campaigns/" + campaign, draft("Sale", all.list())));
        patch("/api/campaigns/{campaign}", json("name", "Sale 2"), campaign);
        post("/api/campaigns/{campaign}/duplicate", json(), campaign);
        post("/api/campaigns/{campaign}/test", json("to", NUMBER), campaign);
        post("/api/campaigns/{campaign}/schedule", json("at", LocalDate.now().plusDays(30) + "T12:00"), campaign);
        calls.put(
                "DELETE /api/campaigns/{campaign}/schedule",
                () -> program.delete("/api/campaigns/" + campaign + "/schedule"));
        post("/api/campaigns/{campaign}/start", json(), campaign);
        post("/api/campaigns/{campaign}/pause", json(), campaign);
        post("/api/campaigns/{campaign}/resume", json(), campaign);
        get("/api/campaigns/{campaign}/messages", campaign);
        var failed = Json.createObjectBuilder()
                .add("status", Json.createArrayBuilder().add("FAILED"));
        post("/api/campaigns/{campaign}/resend", failed.build(), campaign);
        post("/api/campaigns/{campaign}/cancel", json(), campaign);
        // Once it has ended, the stream tells so and ends.
        get("/api/campaigns/{campaign}/events", campaign);
        calls.put(
                "DELETE /api/campaigns/{campaign}",
                () -> program.delete("/api/campaigns/" + all.workspace().campaign("Draft", all.list())));
    }

    private static JsonObject json() {
        return Json.createObjectBuilder().build();
    }

    private void messages() {
        get("/api/messages");
        post("/api/messages", sms(NUMBER));
        get("/api/messages/{message}", all.message());
        calls.put(
                "POST /api/messages/{message}/cancel",
                () -> program.post("/api/messages/" + all.workspace().message(NUMBER) + "/cancel"));
    }

    private void phones() {
        get("/api/devices");
        calls.put("POST /api/devices/pairing-codes", () -> person.post("/api/devices/pairing-codes"));
        get("/api/devices/{device}", all.phone().id());
        patch("/api/devices/{device}", json("name", "Till"), all.phone().id());
        calls.put("POST /api/gateway/pair", () -> all.workspace().pairing());
        calls.put("POST /api/gateway/messages/claim", () -> all.phone().claim());
        calls.put("POST /api/gateway/messages/accept", () -> all.phone().accept(all.message(), 1));
        calls.put("POST /api/gateway/heartbeat", () -> all.phone().reportFailed(all.message(), 1));
        calls.put(
                "POST /api/messages/{message}/resend",
                () -> program.post("/api/messages/" + all.message() + "/resend"));
        calls.put(
                "DELETE /api/gateway/device",
                () -> all.workspace().phone().caller().delete("/api/gateway/device"));
    }

    private void webhooks() {
        var webhook = all.webhook();
        get("/api/webhooks");
        post("/api/webhooks", Workspace.webhook("https://ours.example"));
        get("/api/webhooks/{webhook}", webhook);
        var enabled = Json.createObjectBuilder().add("enabled", true).build();
        calls.put("PATCH /api/webhooks/{webhook}", () -> program.patch("/api/webhooks/" + webhook, enabled));
        post("/api/webhooks/{webhook}/secret", json(), webhook);
        post("/api/webhooks/{webhook}/test", json(), webhook);
        get("/api/webhooks/{webhook}/deliveries", webhook);
        get("/api/webhooks/{webhook}/deliveries/{delivery}", webhook, all.delivery());
        post("/api/webhooks/{webhook}/deliveries/{delivery}/redeliver", json(), webhook, all.delivery());
        post("/api/webhooks/{webhook}/redeliver", json("from", "2026-01-01T00:00:00Z"), webhook);
    }

    private void removals() {
        calls.put("DELETE /api/webhooks/{webhook}", () -> program.delete("/api/webhooks/" + all.webhook()));
        calls.put(
                "DELETE /api/contacts/{list}/entries/{contact}",
                () -> program.delete("/api/contacts/" + all.list() + "/entries/" + all.contact()));
        calls.put(
                "DELETE /api/contacts/{list}",
                () -> program.delete("/api/contacts/" + all.workspace().list("Old")));
        calls.put("DELETE /api/opt-outs/{optOut}", () -> program.delete("/api/opt-outs/" + all.optOut()));
        calls.put(
                "DELETE /api/devices/{device}",
                () -> program.delete("/api/devices/" + all.workspace().phone().id()));
        calls.put(
                "DELETE /api/api-keys/{apiKey}",
                () -> person.delete("/api/api-keys/"
                        + person.post("/api/api-keys", json("name", "Lost")).id()));
    }
}
