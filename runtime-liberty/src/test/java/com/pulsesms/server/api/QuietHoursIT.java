package com.pulsesms.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Hours in which only what is urgent leaves, as programs and phones see it. */
@ExtendWith(SharedServer.class)
class QuietHoursIT {
    private final Workspace workspace = Workspace.signUp("Ana");
    private final Caller program = workspace.program();

    private Answer change(JsonValue quietHours) {
        return workspace
                .person()
                .patch(
                        "/api/organizations/" + workspace.organization(),
                        Json.createObjectBuilder().add("quietHours", quietHours).build());
    }

    private static JsonObject hours(String from, String to) {
        return Json.createObjectBuilder().add("from", from).add("to", to).build();
    }

    /** Some that hold now and for hours; organizations are at UTC unless they say otherwise. */
    private static JsonObject now() {
        var now = LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        return hours(now.minusHours(6).toString(), now.plusHours(6).toString());
    }

    private JsonObject urgent(String to) {
        return Json.createObjectBuilder(Workspace.sms(to)).add("urgent", true).build();
    }

    @Test
    void holdBackWhatIsNotUrgentUntilTheyAreTakenAway() {
        change(now()).expecting(200);
        var phone = workspace.phone();
        var campaign = workspace.campaign("Spring", workspace.list("Customers", "+381641234567"));
        program.post("/api/campaigns/" + campaign + "/start").expecting(200);
        workspace.message("+381641234568");
        var running = Eventually.get(
                () -> program.get("/api/campaigns/" + campaign).expecting(200).json(),
                one -> one.getJsonObject("counts").getInt("queued") == 1);
        assertThat(Instant.parse(running.getString("waitsUntil"))).isAfter(Instant.now());
        phone.claim().expecting(204);

        var sms = program.post("/api/messages", urgent("+381641234569")).expecting(201);
        var handed = phone.claim().expecting(200).json().getJsonArray("messages");
        assertThat(handed).hasSize(1);
        assertThat(handed.getJsonObject(0).getString("id")).isEqualTo(sms.id());
        phone.accept(sms.id(), 1).expecting(200);

        assertThat(change(JsonValue.NULL).expecting(200).json().isNull("quietHours"))
                .isTrue();
        var rest = phone.claim().expecting(200).json().getJsonArray("messages");
        assertThat(rest).hasSize(2);
        assertThat(rest.getJsonObject(0).isNull("sendWithinSeconds")).isTrue();
    }

    @Test
    void endTheTimeInWhichAPhoneMaySend() {
        var soon = LocalTime.now(ZoneOffset.UTC).plusHours(1).truncatedTo(ChronoUnit.MINUTES);
        change(hours(soon.toString(), soon.plusHours(6).toString())).expecting(200);
        var phone = workspace.phone();
        var message = workspace.message("+381641234568");

        var handed =
                phone.claim().expecting(200).json().getJsonArray("messages").getJsonObject(0);
        assertThat(handed.getInt("sendWithinSeconds")).isBetween(3_400, 3_600);
        assertThat(handed.getBoolean("laterAgain")).isTrue();
        phone.accept(message, 1).expecting(200);
        phone.reportReturned(message, 1, "TIME_OVER").expecting(200);

        assertThat(program.get("/api/messages/" + message).expecting(200).text("status"))
                .isEqualTo("QUEUED");
    }

    @Test
    void areToldWithTheOrganization() {
        var changed = change(hours("22:00", "07:00")).expecting(200).json();

        assertThat(changed.getJsonObject("quietHours")).isEqualTo(hours("22:00", "07:00"));
        var again = workspace.person().get("/api/organizations/" + workspace.organization());
        assertThat(again.expecting(200).json()).isEqualTo(changed);
    }

    @Test
    void areRefusedWhereTheyMakeNoSense() {
        assertThat(change(hours("22:00", "22:00")).refusing(400, "invalid").wrongFields())
                .containsExactly("quietHours");
        assertThat(change(hours("25:00", "7:00")).refusing(400, "invalid").wrongFields())
                .containsExactlyInAnyOrder("quietHours.from", "quietHours.to");
        assertThat(change(Json.createObjectBuilder().add("from", "22:00").build())
                        .refusing(400, "invalid")
                        .wrongFields())
                .containsExactly("quietHours.to");
    }
}
