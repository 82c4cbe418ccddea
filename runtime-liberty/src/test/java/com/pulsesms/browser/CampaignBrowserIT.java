package com.pulsesms.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.pulsesms.server.PulseSmsServer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do with a campaign in the dashboard after they have written it. */
class CampaignBrowserIT {
    @TempDir
    static Path folder;

    private static PulseSmsServer server;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        var chromium = Chromium.installed();
        if (chromium.isEmpty()) {
            System.out.println("BROWSER TESTS SKIPPED: no Chromium found");
        }
        assumeTrue(chromium.isPresent(), "No Chromium found");
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        server = PulseSmsServer.in(folder);
        server.start();
        playwright = Playwright.create();
        browser = Chromium.launch(playwright, chromium.get());
    }

    @AfterAll
    static void stop() throws Exception {
        if (playwright != null) {
            playwright.close();
        }
        if (server != null) {
            server.close();
        }
    }

    private static Visitor ana() {
        var ana = new Visitor(browser, server.url(), new Browser.NewContextOptions());
        ana.signUp("Ana");
        ana.open("/app/contacts");
        ana.fill("form:name", "Customers");
        ana.click("form:create");
        ana.awaitPath("/app/list?id=*");
        ana.click("ways:import");
        var csv = "phone,name\n+381641230001,Mika\n+381641230002,Pera\n";
        ana.at("upload:file").setInputFiles(new FilePayload("customers.csv", "text/csv", csv.getBytes(UTF_8)));
        ana.click("upload:take");
        see(ana, "dd.imported").hasText("2");
        ana.click("form:start");
        see(ana, "[id='done'] dd.imported").hasText("2");
        return ana;
    }

    private static void compose(Visitor ana) {
        ana.open("/app/compose");
        ana.fill("form:name", "Sale");
        ana.page().getByLabel("Customers").check();
        ana.fill("form:text", "Hi {{name}}");
    }

    private static void start(Visitor ana) {
        compose(ana);
        ana.click("form:start");
        ana.confirm();
        ana.awaitPath("/app/campaign?id=*");
        see(ana, "#queued").hasText("2");
    }

    @Test
    void pausesResumesCancelsAndDuplicatesACampaign() {
        try (var ana = ana()) {
            start(ana);

            ana.click("steering:pause");
            see(ana, ".state .status-PAUSED").isVisible();
            ana.click("steering:resume");
            see(ana, ".state .status-IN_PROGRESS").isVisible();
            ana.click("steering:cancel");
            ana.confirm();
            see(ana, ".state .status-CANCELED").isVisible();
            see(ana, "#canceled").hasText("2");
            see(ana, "[id='steering:pause']").hasCount(0);

            ana.click("steering:duplicate");
            see(ana, "h1").hasText("Sale (copy)");
            see(ana, ".state .status-DRAFT").isVisible();
        }
    }

    @Test
    void schedulesACampaignAndThinksBetterOfIt() {
        try (var ana = ana()) {
            compose(ana);
            ana.click("form:keep");
            ana.awaitPath("/app/campaign?id=*");
            ana.click("schedule:schedule");
            see(ana, ".ui-message-error").containsText("Choose a date and a time");

            var tomorrow = LocalDate.now().plusDays(1).atTime(9, 30);
            ana.fill("schedule:at", tomorrow.toString());
            ana.click("schedule:schedule");
            see(ana, ".state .status-SCHEDULED").isVisible();
            see(ana, "#startsAt").containsText("09:30 Europe/Belgrade");

            ana.click("schedule:unschedule");
            see(ana, ".state .status-DRAFT").isVisible();
        }
    }

    @Test
    void seesBeforeTheStartWhatACampaignTakesAndTriesItOut() {
        try (var ana = ana()) {
            compose(ana);
            ana.fill("form:text", "Zdravo {{name}}, piši na {{email}}");
            see(ana, "#recipients").hasText("2");
            see(ana, "#parts").hasText("1 SMS a message");
            see(ana, "#beyondGsm").hasText("š");
            see(ana, "[id='form:preview']").containsText("2 recipients have no value for email");

            ana.fill("form:deadline", LocalDate.now().minusDays(1).atTime(9, 30).toString());
            ana.click("form:keep");
            see(ana, ".ui-message-error").containsText("The deadline has passed already");
            var tomorrow = LocalDate.now().plusDays(1).atTime(9, 30);
            ana.fill("form:deadline", tomorrow.toString());
            ana.click("form:keep");
            ana.awaitPath("/app/campaign?id=*");
            see(ana, ".state").containsText("Not sent after");
            see(ana, ".state").containsText("09:30");

            ana.fill("test:to", "+381 64 999 9999");
            ana.click("test:send");
            see(ana, ".ui-messages-info").containsText("A test is on its way to +381649999999");
            ana.open("/app/messages");
            see(ana, "tr:has-text('+381649999999') .status-QUEUED").isVisible();
        }
    }

    @Test
    void letsACampaignWaitThroughQuietHours() {
        try (var ana = ana()) {
            var now = LocalTime.now(ZoneId.of("Europe/Belgrade")).truncatedTo(ChronoUnit.MINUTES);
            ana.open("/app/settings");
            ana.fill("form:quietHours", "22:00");
            ana.fill("form:quietTo", "22:00");
            ana.click("form:save");
            see(ana, ".ui-message-error").containsText("can't end at the time at which they begin");
            ana.fill("form:quietHours", now.minusHours(6).toString());
            ana.fill("form:quietTo", now.plusHours(6).toString());
            ana.click("form:save");
            see(ana, ".ui-messages-info").containsText("saved");

            start(ana);

            see(ana, ".prediction").containsText("waits until");
            see(ana, ".prediction").containsText(now.plusHours(6).toString());

            ana.open("/app/settings");
            see(ana, "[id='form:quietHours']").hasValue(now.minusHours(6).toString());
            ana.fill("form:quietHours", "");
            ana.fill("form:quietTo", "");
            ana.click("form:save");
            see(ana, ".ui-messages-info").containsText("saved");
            see(ana, "[id='form:quietHours']").hasValue("");
        }
    }

    @Test
    void cancelsOneMessageThatWaits() {
        try (var ana = ana()) {
            start(ana);

            ana.page().locator("tr:has-text('+381641230001') button.cancel").click();
            ana.confirm();

            see(ana, ".ui-messages-info").containsText("is canceled");
            see(ana, "tr:has-text('+381641230001') .status-CANCELED").isVisible();
            see(ana, "tr:has-text('+381641230002') .status-QUEUED").isVisible();
            assertThat(ana.page()
                            .locator("tr:has-text('+381641230001') button.cancel")
                            .count())
                    .isZero();
        }
    }

    private static LocatorAssertions see(Visitor visitor, String selector) {
        return PlaywrightAssertions.assertThat(visitor.page().locator(selector));
    }
}
