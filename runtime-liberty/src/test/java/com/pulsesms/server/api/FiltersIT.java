package com.pulsesms.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lists show what is asked for, and changes change no more than what they name. */
@ExtendWith(SharedServer.class)
class FiltersIT {
    private Workspace workspace;

    @BeforeEach
    void signUp() {
        workspace = Workspace.signUp("Filters");
    }

    private List<String> ids(String path) {
        return workspace.program().get(path).expecting(200).data().stream()
                .map(item -> item.getString("id"))
                .toList();
    }

    @Test
    void findsMessagesByTimeAndCampaign() throws InterruptedException {
        var first = workspace.message("+381641234567");
        Thread.sleep(20);
        var between = Instant.now();
        Thread.sleep(20);
        var second = workspace.message("+381641234568");
        var campaign = workspace.campaign("Sale", workspace.list("Nobody"));

        assertThat(ids("/api/messages?since=" + between)).containsExactly(second);
        assertThat(ids("/api/messages?before=" + between)).containsExactly(first);
        assertThat(ids("/api/messages?campaignId=" + campaign)).isEmpty();
        var refused = workspace.program().get("/api/messages?since=yesterday").refusing(400, "invalid");
        assertThat(refused.wrongFields()).containsExactly("since");
        workspace
                .program()
                .get("/api/messages?before=-999999999-01-01T00:00:00Z")
                .refusing(400, "invalid");
        workspace.program().get("/api/messages?campaignId=x").refusing(400, "invalid");
    }

    @Test
    void findsCampaignsByStatus() {
        var draft = workspace.campaign("Sale", workspace.list("Customers"));

        assertThat(ids("/api/campaigns?status=DRAFT")).containsExactly(draft);
        assertThat(ids("/api/campaigns?status=COMPLETED")).isEmpty();
        workspace.program().get("/api/campaigns?status=LOST").refusing(400, "invalid");
    }

    @Test
    void findsContactsBySomethingOfTheirs() {
        var list = workspace.list("Customers", "+381641234567", "+381647654321");
        var path = "/api/contacts/" + list + "/entries?search=";

        assertThat(ids(path + "ana")).hasSize(2);
        assertThat(ids(path + "064%20765")).hasSize(1);
        assertThat(ids(path + "nobody")).isEmpty();
        assertThat(ids(path)).hasSize(2);
    }

    @Test
    void changesOfADraftWhatIsNamed() {
        var list = workspace.list("Customers");
        var phone = workspace.phone();
        var deadline = Instant.now()
                .plus(Duration.ofDays(30))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        var draft = Json.createObjectBuilder(Workspace.draft("Sale", list))
                .add("deviceId", phone.id())
                .add("deadline", deadline)
                .build();
        var id =
                workspace.program().post("/api/campaigns", draft).expecting(201).id();

        var renamed = workspace
                .program()
                .patch(
                        "/api/campaigns/" + id,
                        Json.createObjectBuilder().add("name", "Sale 2").build())
                .expecting(200);
        assertThat(renamed.text("name")).isEqualTo("Sale 2");
        assertThat(renamed.text("text")).isEqualTo("Hi {{name|there}}");
        assertThat(renamed.text("deviceId")).isEqualTo(phone.id());
        assertThat(renamed.text("deadline")).isEqualTo(deadline);

        var cleared = workspace
                .program()
                .patch(
                        "/api/campaigns/" + id,
                        Json.createObjectBuilder()
                                .addNull("deviceId")
                                .addNull("deadline")
                                .build())
                .expecting(200);
        assertThat(cleared.json().isNull("deviceId")).isTrue();
        assertThat(cleared.json().isNull("deadline")).isTrue();
        assertThat(cleared.text("name")).isEqualTo("Sale 2");
        workspace
                .program()
                .patch(
                        "/api/campaigns/" + id,
                        Json.createObjectBuilder().add("nme", "x").build())
                .refusing(400, "invalid");
    }

    @Test
    void tellsThoseWhoWatchACampaignHowItGoesUntilItEnds() throws Exception {
        var list = workspace.list("Customers", "+381641234567");
        var id = workspace.campaign("Sale", list);
        var watcher = workspace.program().watch("/api/campaigns/" + id + "/events");

        assertThat(watcher.next()).contains("event: progress", "\"status\":\"DRAFT\"");
        workspace.program().post("/api/campaigns/" + id + "/start").expecting(200);
        assertThat(watcher.next()).contains("event: progress", "\"status\":\"IN_PROGRESS\"");
        workspace.program().post("/api/campaigns/" + id + "/cancel").expecting(200);

        assertThat(watcher.rest()).contains("event: end", "\"status\":\"CANCELED\"");
        workspace.program().get("/api/campaigns/" + list + "/events").refusing(404, "not_found");
    }
}
