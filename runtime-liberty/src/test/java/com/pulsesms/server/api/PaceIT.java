package com.pulsesms.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How fast phones may send, and what that says about when campaigns finish. */
@ExtendWith(SharedServer.class)
class PaceIT {
    @Test
    void capsAPhoneAndItsSimsByMinuteHourAndDay() {
        var workspace = Workspace.signUp("Ana");
        var path = "/api/devices/" + workspace.phone().id();
        var hourly = Json.createObjectBuilder().add("partsPerHour", 100).build();
        var capped = Json.createObjectBuilder().add("pace", hourly).build();
        var tooSlow = Json.createObjectBuilder()
                .add("pace", Json.createObjectBuilder().add("partsPerDay", 9))
                .build();
        var noSuchSim = Json.createObjectBuilder()
                .add(
                        "sims",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder().add("slot", 7).add("pace", hourly)))
                .build();
        var uncapped = Json.createObjectBuilder()
                .add("pace", Json.createObjectBuilder().addNull("partsPerMinute"))
                .build();

        var first = workspace.program().patch(path, capped).expecting(200).json();
        assertThat(first.getJsonObject("pace"))
                .containsEntry("partsPerMinute", Json.createValue(24))
                .containsEntry("partsPerHour", Json.createValue(100))
                .containsEntry("partsPerDay", JsonValue.NULL);

        var second = workspace.program().patch(path, uncapped).expecting(200).json();
        assertThat(second.getJsonObject("pace"))
                .containsEntry("partsPerMinute", JsonValue.NULL)
                .containsEntry("partsPerHour", Json.createValue(100));

        workspace.program().patch(path, tooSlow).refusing(400, "invalid");
        workspace.program().patch(path, noSuchSim).refusing(400, "invalid");
    }

    @Test
    void saysThatNoDeviceCanSendNow() {
        var workspace = Workspace.signUp("Ana");
        var list = workspace.list("Customers", "+381641000001");
        workspace.phone();

        var preview = preview(workspace, list);

        assertThat(preview.isNull("predictedFinish")).isTrue();
        assertThat(preview.getString("predictedFinishReason")).isEqualTo("NO_DEVICE_CAN_SEND_NOW");
    }

    @Test
    void predictsWhenACampaignFinishesBeforeAndAfterItIsStarted() {
        var workspace = Workspace.signUp("Ana");
        var program = workspace.program();
        var list = workspace.list("Customers", "+381641000001", "+381641000002");
        workspace.phone().reportSent("0190b6f0-0000-7000-8000-000000000001", 1).expecting(200);
        var now = Instant.now();

        var preview = preview(workspace, list);
        var campaign = "/api/campaigns/" + workspace.campaign("Spring", list);
        assertThat(program.get(campaign).expecting(200).json().isNull("predictedFinish"))
                .isTrue();
        program.post(campaign + "/start").expecting(200);
        var running = Eventually.get(
                () -> program.get(campaign), answer -> !answer.json().isNull("predictedFinish"));

        for (var json : new JsonObject[] {preview, running.json()}) {
            assertThat(Duration.between(now, Instant.parse(json.getString("predictedFinish"))))
                    .isBetween(Duration.ZERO, Duration.ofMinutes(2));
            assertThat(json.isNull("predictedFinishReason")).isTrue();
        }
        assertThat(program.get("/api/campaigns").data().get(0).isNull("predictedFinish"))
                .isFalse();
    }

    private static JsonObject preview(Workspace workspace, String list) {
        var wish = Json.createObjectBuilder()
                .add("text", "Hi {{name}}")
                .add("lists", Json.createArrayBuilder().add(list));
        return workspace
                .program()
                .post("/api/campaigns/preview", wish.build())
                .expecting(200)
                .json();
    }
}
