package com.pulsesms.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pausing, resuming, canceling and duplicating campaigns, and canceling messages, as programs and phones see it. */
@ExtendWith(SharedServer.class)
class SteeringIT {
    private final Workspace workspace = Workspace.signUp("Ana");
    private final Caller program = workspace.program();

    /** A campaign in progress to as many contacts, all of whose messages are made. */
    private String running(int contacts) {
        var numbers = IntStream.range(0, contacts)
                .mapToObj(n -> "+38164123%04d".formatted(n))
                .toArray(String[]::new);
        var campaign = workspace.campaign("Spring", workspace.list("Customers", numbers));
        steer(campaign, "start").expecting(200);
        counted(campaign, "queued", contacts);
        return campaign;
    }

    private Answer steer(String campaign, String turn) {
        return program.post("/api/campaigns/" + campaign + "/" + turn);
    }

    private JsonObject campaign(String id) {
        return program.get("/api/campaigns/" + id).expecting(200).json();
    }

    private void counted(String campaign, String count, int expected) {
        Eventually.get(() -> campaign(campaign).getJsonObject("counts"), counts -> counts.getInt(count) == expected);
    }

    private static List<JsonObject> taken(PairedPhone phone) {
        var claimed =
                phone.claim().expecting(200).json().getJsonArray("messages").getValuesAs(JsonObject.class);
        claimed.forEach(
                one -> phone.accept(one.getString("id"), one.getInt("claim")).expecting(200));
        return claimed;
    }

    private static List<JsonObject> wanted(PairedPhone phone, String list) {
        return phone.heartbeat().expecting(200).json().getJsonArray(list).getValuesAs(JsonObject.class);
    }

    @Test
    void holdsWhatWaitsUntilTheCampaignIsResumed() {
        var campaign = running(2);
        var phone = workspace.phone();

        assertThat(steer(campaign, "pause").expecting(200).text("status")).isEqualTo("PAUSED");
        phone.claim().expecting(204);
        steer(campaign, "pause").expecting(200);

        assertThat(steer(campaign, "resume").expecting(200).text("status")).isEqualTo("IN_PROGRESS");
        Eventually.get(phone::claim, answer -> answer.status() == 200);
    }

    @Test
    void asksBackWhatAPhoneTookAndHoldsItUntilTheCampaignIsResumed() {
        var campaign = running(2);
        var phone = workspace.phone();
        var taken = taken(phone);
        var sent = taken.get(0);
        var back = taken.get(1);
        assertThat(wanted(phone, "return")).isEmpty();

        steer(campaign, "pause").expecting(200);
        assertThat(wanted(phone, "return")).hasSize(2);
        phone.reportSent(sent.getString("id"), 1).expecting(200);
        assertThat(wanted(phone, "return"))
                .containsExactly(PairedPhone.named(back.getString("id"), 1).build());
        phone.reportReturned(back.getString("id"), 1, "RETURN_ASKED").expecting(200);
        assertThat(wanted(phone, "return")).isEmpty();
        phone.claim().expecting(204);
        assertThat(campaign(campaign).getString("status")).isEqualTo("PAUSED");

        steer(campaign, "resume").expecting(200);
        var again = Eventually.get(phone::claim, answer -> answer.status() == 200)
                .json()
                .getJsonArray("messages")
                .getJsonObject(0);
        assertThat(again.getString("id")).isEqualTo(back.getString("id"));
        assertThat(again.getInt("claim")).isEqualTo(2);
    }

    @Test
    void callsOffACampaignAndBelievesThePhone() {
        var campaign = running(3);
        var phone = workspace.phone();
        var taken = taken(phone);

        assertThat(steer(campaign, "cancel").expecting(200).text("status")).isEqualTo("CANCELED");
        assertThat(wanted(phone, "cancel")).hasSize(3);
        phone.reportSent(taken.get(0).getString("id"), 1).expecting(200);
        phone.reportReturned(taken.get(1).getString("id"), 1, "CANCELED").expecting(200);
        assertThat(campaign(campaign).isNull("completedAt")).isTrue();
        phone.reportReturned(taken.get(2).getString("id"), 1, "CANCELED").expecting(200);

        var done = campaign(campaign);
        assertThat(done.getString("status")).isEqualTo("CANCELED");
        assertThat(done.isNull("completedAt")).isFalse();
        assertThat(done.getJsonObject("counts").getInt("sent")).isEqualTo(1);
        assertThat(done.getJsonObject("counts").getInt("canceled")).isEqualTo(2);
    }

    @Test
    void cancelsWhatNoPhoneTook() {
        var campaign = running(5);

        steer(campaign, "cancel").expecting(200);

        counted(campaign, "canceled", 5);
        Eventually.get(() -> campaign(campaign), one -> !one.isNull("completedAt"));
        workspace.phone().claim().expecting(204);
    }

    @Test
    void refusesWhatTheStatusDoesNotAllow() {
        var draft = workspace.campaign("Draft", workspace.list("Nobody"));

        steer(draft, "pause").refusing(409, "campaign_not_running");
        steer(draft, "resume").refusing(409, "campaign_not_paused");
        steer(draft, "cancel").refusing(409, "campaign_not_running");

        var canceled = running(1);
        steer(canceled, "cancel").expecting(200);
        steer(canceled, "cancel").expecting(200);
        steer(canceled, "resume").refusing(409, "campaign_not_paused");
        steer(canceled, "start").refusing(409, "campaign_not_draft");
    }

    @Test
    void duplicatesACampaign() {
        var campaign = running(1);
        steer(campaign, "cancel").expecting(200);

        var copy = steer(campaign, "duplicate").expecting(201);

        assertThat(copy.header("Location")).endsWith("/api/campaigns/" + copy.id());
        assertThat(copy.text("name")).isEqualTo("Spring (copy)");
        assertThat(copy.text("status")).isEqualTo("DRAFT");
        assertThat(copy.text("text")).isEqualTo(campaign(campaign).getString("text"));
        assertThat(copy.json().getJsonArray("lists"))
                .isEqualTo(campaign(campaign).getJsonArray("lists"));
    }

    @Test
    void cancelsAMessageThatWaits() {
        var message = workspace.message("+381641234567");

        var canceled = program.post("/api/messages/" + message + "/cancel").expecting(200);

        assertThat(canceled.text("status")).isEqualTo("CANCELED");
        assertThat(canceled.json().getBoolean("cancelAsked")).isFalse();
        program.post("/api/messages/" + message + "/cancel").expecting(200);
        workspace.phone().claim().expecting(204);
    }

    @Test
    void asksAMessageBackThatAPhoneTook() {
        var message = workspace.message("+381641234567");
        var phone = workspace.phone();
        taken(phone);

        var asked = program.post("/api/messages/" + message + "/cancel").expecting(200);
        assertThat(asked.text("status")).isEqualTo("DISPATCHED");
        assertThat(asked.json().getBoolean("cancelAsked")).isTrue();
        assertThat(wanted(phone, "cancel"))
                .containsExactly(PairedPhone.named(message, 1).build());

        phone.reportReturned(message, 1, "CANCELED").expecting(200);
        assertThat(program.get("/api/messages/" + message).text("status")).isEqualTo("CANCELED");
    }

    @Test
    void refusesToCancelAMessageThatLeft() {
        var message = workspace.message("+381641234567");
        var phone = workspace.phone();
        taken(phone);
        phone.reportSent(message, 1).expecting(200);

        program.post("/api/messages/" + message + "/cancel").refusing(409, "message_left");
    }
}
