package com.pulsesms.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which messages which phone is handed, in which order, and where they go from a phone that can't send them. */
@ExtendWith(SharedServer.class)
class RoutingIT {
    private final Workspace workspace = Workspace.signUp("Ana");
    private final Caller program = workspace.program();

    private static List<JsonObject> handed(PairedPhone phone) {
        var claim = phone.claim();
        return claim.status() == 204
                ? List.of()
                : claim.expecting(200).json().getJsonArray("messages").getValuesAs(JsonObject.class);
    }

    private static List<JsonObject> awaited(PairedPhone phone) {
        return Eventually.get(phone::claim, answer -> answer.status() == 200)
                .json()
                .getJsonArray("messages")
                .getValuesAs(JsonObject.class);
    }

    private String started(JsonObject draft) {
        var campaign = "/api/campaigns/"
                + program.post("/api/campaigns", draft).expecting(201).id();
        program.post(campaign + "/start").expecting(200);
        return campaign;
    }

    @Test
    void sendsToSeveralListsAndToEachNumberOnce() {
        var phone = workspace.phone();
        var draft = Json.createObjectBuilder(
                        Workspace.draft("Spring", workspace.list("First", "+381641000001", "+381641000002")))
                .add(
                        "lists",
                        Json.createArrayBuilder()
                                .add(workspace.list("One", "+381641000001", "+381641000002"))
                                .add(workspace.list("Other", "+381641000002", "+381641000003")))
                .build();

        var campaign = started(draft);

        Eventually.get(
                () -> program.get(campaign),
                answer -> answer.json().getJsonObject("counts").getInt("total") == 3);
        assertThat(handed(phone))
                .extracting(message -> message.getString("to"))
                .containsExactlyInAnyOrder("+381641000001", "+381641000002", "+381641000003");
    }

    @Test
    void handsWhatIsPinnedToAPhoneToNoOther() {
        var other = workspace.phone();
        var chosen = workspace.phone();
        var draft = Json.createObjectBuilder(Workspace.draft("Spring", workspace.list("One", "+381641000001")))
                .add("deviceId", chosen.id())
                .build();

        started(draft);

        assertThat(awaited(chosen)).hasSize(1);
        assertThat(handed(other)).isEmpty();
    }

    @Test
    void letsAnUrgentMessageOvertakeARunningCampaign() {
        var phone = workspace.phone();
        var campaign = started(Workspace.draft("Spring", workspace.list("Many", "+381641000001", "+381641000002")));
        Eventually.get(
                () -> program.get(campaign),
                answer -> answer.json().getJsonObject("counts").getInt("total") == 2);
        var urgent = Json.createObjectBuilder(Workspace.sms("+381641000003")).add("urgent", true);

        program.post("/api/messages", urgent.build()).expecting(201);

        assertThat(handed(phone).get(0).getString("to")).isEqualTo("+381641000003");
    }

    @Test
    void offersToAnotherPhoneWhatOneGaveBackForCertain() {
        var without = workspace.phone();
        var message = workspace.message("+381641000001");
        var first = handed(without).get(0).getInt("claim");
        without.accept(message, first).expecting(200);

        without.reportReturned(message, first, "RESULT_ERROR_NO_SERVICE").expecting(200);

        var second = handed(workspace.phone());
        assertThat(second).extracting(again -> again.getString("id")).containsExactly(message);
        assertThat(second.get(0).getInt("claim")).isGreaterThan(first);
    }

    @Test
    void resendsWhatIsUnknownOnlyWhenAPersonAsks() {
        var phone = workspace.phone();
        var message = workspace.message("+381641000001");
        var claim = handed(phone).get(0).getInt("claim");
        phone.accept(message, claim).expecting(200);
        phone.reportUnknown(message, claim).expecting(200);
        assertThat(handed(workspace.phone())).isEmpty();
        assertThat(program.get("/api/messages/" + message).text("status")).isEqualTo("UNKNOWN");

        var resent = program.post("/api/messages/" + message + "/resend").expecting(201);

        assertThat(resent.text("resendOf")).isEqualTo(message);
        assertThat(handed(phone)).extracting(again -> again.getString("id")).containsExactly(resent.id());
    }
}
