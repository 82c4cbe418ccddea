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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people on the free plan see of what it allows. */
class QuotaBrowserIT {
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
        server = PulseSmsServer.in(folder).with("PULSESMS_PLAN", "free");
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

    private static void importContacts(Visitor ana, int contacts) {
        ana.open("/app/contacts");
        ana.fill("form:name", "Customers");
        ana.click("form:create");
        ana.awaitPath("/app/list?id=*");
        ana.click("ways:import");
        var csv = IntStream.range(0, contacts)
                .mapToObj("+381641230%03d"::formatted)
                .collect(Collectors.joining("\n", "phone\n", "\n"));
        ana.at("upload:file").setInputFiles(new FilePayload("customers.csv", "text/csv", csv.getBytes(UTF_8)));
        ana.click("upload:take");
        see(ana, "dd.imported").hasText(String.valueOf(contacts));
        ana.click("form:start");
        see(ana, "[id='done'] dd.imported").hasText(String.valueOf(contacts));
    }

    private static void compose(Visitor ana) {
        ana.open("/app/compose");
        ana.fill("form:name", "Sale");
        ana.page().getByLabel("Customers").check();
        ana.fill("form:text", "Hi");
    }

    @Test
    void showsWhatIsLeftAndRefusesWhatIsMore() {
        try (var ana = new Visitor(browser, server.url(), new Browser.NewContextOptions())) {
            ana.signUp("Ana");
            importContacts(ana, 60);
            compose(ana);
            see(ana, ".preview .quota").containsText("100 of 100 messages left on the Free plan");
            ana.click("form:start");
            ana.confirm();
            ana.awaitPath("/app/campaign?id=*");

            ana.open("/app/home");
            see(ana, "#used").hasText("60 / 100");
            see(ana, ".quota").containsText("40 of 100 messages left");

            compose(ana);
            see(ana, ".preview .problem").containsText("60 recipients are more than the 40 messages");
            ana.click("form:start");
            ana.confirm();
            see(ana, ".ui-messages-error").containsText("40 are left, but this needs 60");
            assertThat(ana.page().url()).contains("/app/compose");
        }
    }

    @Test
    void saysThatThePlanHasNoRoomForAnotherKeyOrOrganization() {
        try (var ana = new Visitor(browser, server.url(), new Browser.NewContextOptions())) {
            ana.signUp("Ana");

            ana.open("/app/keys");
            ana.fill("form:name", "Web shop");
            ana.click("form:create");
            see(ana, ".ui-messages-error").containsText("no more API keys (1 of 1)");

            ana.open("/app/organizations");
            ana.fill("form:name", "Second shop");
            ana.click("form:create");
            see(ana, ".ui-messages-error").containsText("no more organizations (1 of 1)");
        }
    }

    private static LocatorAssertions see(Visitor ana, String selector) {
        return PlaywrightAssertions.assertThat(ana.page().locator(selector));
    }
}
