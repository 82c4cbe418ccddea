package com.pulsesms.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Campaigns that start by themselves, as programs see it. */
@ExtendWith(SharedServer.class)
class ScheduleIT {
    private static final ZoneId BELGRADE = ZoneId.of("Europe/Belgrade");

    private final Workspace workspace = inBelgrade();
    private final Caller program = workspace.program();
    private final String campaign = workspace.campaign("Spring", workspace.list("Customers", "+381641234567"));

    private static Workspace inBelgrade() {
        var workspace = Workspace.signUp("Ana");
        var zone = Json.createObjectBuilder().add("timeZone", BELGRADE.getId()).build();
        workspace
                .person()
                .patch("/api/organizations/" + workspace.organization(), zone)
                .expecting(200);
        return workspace;
    }

    private Answer schedule(String at) {
        return program.post(
                "/api/campaigns/" + campaign + "/schedule",
                Json.createObjectBuilder().add("at", at).build());
    }

    private JsonObject again() {
        return program.get("/api/campaigns/" + campaign).expecting(200).json();
    }

    @Test
    void startsByItself() {
        var soon = LocalDateTime.now(BELGRADE).plusSeconds(3).truncatedTo(ChronoUnit.SECONDS);

        var scheduled = schedule(soon.toString()).expecting(200).json();
        assertThat(scheduled.getString("status")).isEqualTo("SCHEDULED");
        var startsAt = Instant.parse(scheduled.getJsonObject("schedule").getString("startsAt"));
        assertThat(startsAt).isEqualTo(soon.atZone(BELGRADE).toInstant());

        var started = Eventually.get(this::again, one -> one.getString("status").equals("IN_PROGRESS"));
        assertThat(Instant.parse(started.getString("startedAt")))
                .isBetween(startsAt, startsAt.plus(Duration.ofMinutes(1)));
        var phone = workspace.phone();
        Eventually.get(phone::claim, answer -> answer.status() == 200);
    }

    @Test
    void saysHowATimeIsUnderstoodThatTheClocksSkip() {
        var skipped = nextChange(true);

        var schedule = schedule(skipped.toString()).expecting(200).json().getJsonObject("schedule");

        assertThat(schedule.getString("at")).isEqualTo(skipped.toString());
        assertThat(schedule.getString("timeZone")).isEqualTo("Europe/Belgrade");
        assertThat(schedule.getString("offset")).isEqualTo("+02:00");
        assertThat(schedule.getBoolean("adjusted")).isTrue();
        assertThat(schedule.getBoolean("ambiguous")).isFalse();
        assertThat(LocalDateTime.ofInstant(Instant.parse(schedule.getString("startsAt")), BELGRADE))
                .isEqualTo(skipped.plusHours(1));
    }

    @Test
    void saysHowATimeIsUnderstoodThatTheClocksShowTwice() {
        var twice = nextChange(false);

        var schedule = schedule(twice.toString()).expecting(200).json().getJsonObject("schedule");

        assertThat(schedule.getString("offset")).isEqualTo("+02:00");
        assertThat(schedule.getBoolean("adjusted")).isFalse();
        assertThat(schedule.getBoolean("ambiguous")).isTrue();
    }

    /** Half past two in the night of the next change of the clocks of this kind. */
    private static LocalDateTime nextChange(boolean gap) {
        var rules = BELGRADE.getRules();
        var change = rules.nextTransition(Instant.now());
        while (change.isGap() != gap) {
            change = rules.nextTransition(change.getInstant());
        }
        return change.getDateTimeBefore().toLocalDate().atTime(2, 30);
    }

    @Test
    void isScheduledAnewAndUnscheduled() {
        var year = Year.now(BELGRADE).plusYears(1);
        schedule(year.atDay(1).atTime(9, 0).toString()).expecting(200);
        var again = schedule(year.atDay(2).atTime(9, 30).toString()).expecting(200);
        assertThat(again.json().getJsonObject("schedule").getString("at")).isEqualTo(year + "-01-02T09:30");

        var draft = program.delete("/api/campaigns/" + campaign + "/schedule").expecting(200);

        assertThat(draft.text("status")).isEqualTo("DRAFT");
        assertThat(draft.json().isNull("schedule")).isTrue();
        program.delete("/api/campaigns/" + campaign + "/schedule").expecting(200);
    }

    @Test
    void refusesWhatIsNoTimeInTheFuture() {
        for (var wrong :
                new String[] {"2020-01-01T09:00", "tomorrow", "2030-01-01T09:00:00Z", "", "+999999999-01-01T00:00"}) {
            assertThat(schedule(wrong).refusing(400, "invalid").wrongFields())
                    .as(wrong)
                    .containsExactly("at");
        }
        program.post("/api/campaigns/" + campaign + "/start").expecting(200);
        schedule(Year.now().plusYears(1) + "-01-01T09:00").refusing(409, "campaign_not_draft");
    }
}
