package com.pulsesms.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pulsesms.server.PulseSmsServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Three phones, a contact list from a CSV file, and a campaign to it. */
final class CampaignScenario implements AutoCloseable {
    static final int CONTACTS = 2_000;

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final List<PhoneProcess> phones = new ArrayList<>();
    private final Tenant tenant;
    private final String list;
    private String campaign = "";

    private CampaignScenario(Tenant tenant, String list) {
        this.tenant = tenant;
        this.list = list;
    }

    static CampaignScenario prepare(PulseSmsServer server, Path folder, String... phoneOptions) throws Exception {
        var tenant = Tenant.signUp(server.url(), "Corner shop");
        var list = tenant.createList("Customers");
        var report = tenant.importCsv(list, CustomersCsv.of(CONTACTS));
        assertThat(report.getInt("imported", -1)).as(report.toString()).isEqualTo(CONTACTS);
        var scenario = new CampaignScenario(tenant, list);
        for (var i = 1; i <= 3; i++) {
            scenario.phones.add(PhoneProcess.pair(folder.resolve("phone-" + i), tenant.pairingText(), phoneOptions));
        }
        await("three phones are paired")
                .atMost(PATIENCE)
                .until(() -> tenant.devices().size() == 3);
        for (var device : tenant.devices()) {
            tenant.unpaced(device.getString("id", ""));
        }
        return scenario;
    }

    void start() throws Exception {
        campaign = tenant.createCampaign("Spring sale", "Hi {{name}}, see you in {{city|town}}!", list);
        tenant.start(campaign);
    }

    List<PhoneProcess> phones() {
        return phones;
    }

    /** Waits until so many messages left the radios. */
    void awaitDepartures(int messages) {
        await(messages + " messages left")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() ->
                        phones.stream().mapToInt(phone -> phone.left().size()).sum() >= messages);
    }

    Outcome awaitCompletion() throws Exception {
        await("the campaign is completed")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptions()
                .until(() -> tenant.campaign(campaign).getString("status", "").equals("COMPLETED"));
        // Delivery reports may come after the last message left; they don't hold up the completion.
        await("no report is on its way")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptions()
                .until(() -> tenant.messagesOf(campaign).stream()
                        .filter(m -> m.getString("status", "").equals("SENT"))
                        .allMatch(m -> mayHaveMissedDelivery(m.getString("id", ""))));
        return Outcome.of(tenant, campaign, phones);
    }

    private boolean mayHaveMissedDelivery(String message) {
        return phones.stream().anyMatch(phone -> phone.mayHaveMissedDelivery(message));
    }

    @Override
    public void close() throws Exception {
        for (var phone : phones) {
            phone.close();
        }
    }
}
