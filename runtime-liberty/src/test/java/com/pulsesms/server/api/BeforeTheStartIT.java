package com.pulsesms.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What programs can find out and set before a campaign starts. */
@ExtendWith(SharedServer.class)
class BeforeTheStartIT {
    private final Workspace workspace = Workspace.signUp("Ana");
    private final Caller program = workspace.program();

    private static JsonObject until(JsonObject draft, Instant deadline) {
        return Json.createObjectBuilder(draft)
                .add("deadline", deadline.toString())
                .build();
    }

    @Test
    void previewsWhoGetsItAndWhatItTakes() {
        var first = workspace.list("First", "+381641234561", "+381641234562");
        var second = workspace.list("Second", "+381641234562", "+381641234563");
        workspace.optOut("+381641234563");
        var draft = Json.createObjectBuilder()
                .add("text", "Zdravo {{name}}, piši na {{email|nas}}: " + "a".repeat(60))
                .add("lists", Json.createArrayBuilder().add(first).add(second))
                .build();

        var preview =
                program.post("/api/campaigns/preview", draft).expecting(200).json();

        assertThat(preview.getInt("recipients")).isEqualTo(2);
        assertThat(preview.getInt("duplicates")).isEqualTo(1);
        assertThat(preview.getInt("optedOut")).isEqualTo(1);
        assertThat(preview.getJsonObject("missing"))
                .isEqualTo(Json.createObjectBuilder()
                        .add("email", 2)
                        .add("name", 0)
                        .build());
        assertThat(preview.getJsonObject("parts"))
                .isEqualTo(Json.createObjectBuilder()
                        .add("least", 2)
                        .add("lookedAt", 2)
                        .add("most", 2)
                        .build());
        assertThat(preview.getJsonArray("beyondGsm"))
                .isEqualTo(Json.createArrayBuilder().add("š").build());
    }

    @Test
    void sendsATestAheadOfWhatWaits() {
        var campaign = workspace.campaign("Spring", workspace.list("Customers", "+381641234567"));
        var phone = workspace.phone();
        workspace.message("+381641234568");
        var to = Json.createObjectBuilder().add("to", "+381649999999").build();

        var test = program.post("/api/campaigns/" + campaign + "/test", to)
                .expecting(201)
                .json();

        assertThat(test.getString("text")).isEqualTo("Hi Ana");
        var handed = phone.claim().expecting(200).json().getJsonArray("messages");
        assertThat(handed.getJsonObject(0).getString("to")).isEqualTo("+381649999999");
        var after = program.get("/api/campaigns/" + campaign).expecting(200).json();
        assertThat(after.getString("status")).isEqualTo("DRAFT");
        assertThat(after.getJsonObject("counts").getInt("total")).isZero();
    }

    @Test
    void setsADeadline() {
        var list = workspace.list("Customers", "+381641234567");
        var soon = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        var draft = Workspace.draft("Spring", list);

        var made = program.post("/api/campaigns", until(draft, soon)).expecting(201);
        assertThat(made.text("deadline")).isEqualTo(soon.toString());
        program.post("/api/campaigns/" + made.id() + "/start").expecting(200);

        var phone = workspace.phone();
        var handed = Eventually.get(phone::claim, answer -> answer.status() == 200)
                .json()
                .getJsonArray("messages")
                .getJsonObject(0);
        assertThat(handed.getInt("sendWithinSeconds")).isBetween(3_400, 3_600);
        assertThat(handed.getBoolean("laterAgain")).isFalse();
    }

    @Test
    void refusesADeadlineThatHasPassed() {
        var draft = Workspace.draft("Spring", workspace.list("Customers", "+381641234567"));

        for (var wrong : new Instant[] {Instant.now().minusSeconds(60), Instant.parse("9999-01-01T00:00:00Z")}) {
            assertThat(program.post("/api/campaigns", until(draft, wrong))
                            .refusing(400, "invalid")
                            .wrongFields())
                    .containsExactly("deadline");
        }
    }
}
