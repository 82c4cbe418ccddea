package com.pulsesms.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.pulsesms.server.PulseSmsServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks as people make, try out and steer them in the dashboard. */
class WebhookBrowserIT {
    private static final int PHONE_WIDTH = 375;

    /** Refused when it is called, since it is this machine. */
    private static final String ADDRESS = "http://127.0.0.1:9/events";

    @TempDir
    static Path folder;

    private static PulseSmsServer server;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        var chromium = Chromium.installed();
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

    private static Visitor visitor(Browser.NewContextOptions look) {
        var ana = new Visitor(browser, server.url(), look);
        ana.signUp("Ana");
        return ana;
    }

    private static LocatorAssertions see(Visitor visitor, String selector) {
        return PlaywrightAssertions.assertThat(visitor.page().locator(selector));
    }

    private static void create(Visitor ana) {
        ana.open("/app/webhooks");
        ana.fill("form:url", ADDRESS);
        ana.click("form:create");
        see(ana, "#newSecret").containsText("whsec_");
    }

    private static void openFirst(Visitor ana) {
        ana.open("/app/webhooks");
        ana.page().locator("a:has-text('" + ADDRESS + "')").click();
        ana.awaitPath("/app/webhook?id=*");
    }

    @Test
    void showsTheSecretOnceAndTheLogOfWhatWasTried() {
        try (var ana = visitor(new Browser.NewContextOptions())) {
            create(ana);
            openFirst(ana);
            see(ana, "#newSecret").hasCount(0);

            ana.click("ways:test");
            see(ana, "[id='log:deliveries'] code").hasText("webhook.test");
            ana.page().locator("[id='log:deliveries'] tbody a").click();
            ana.awaitPath("/app/delivery?*");

            see(ana, "pre.raw").containsText("\"type\":\"webhook.test\"");
            // The page is looked at again until it was tried.
            while (ana.page().locator("text=private network").count() == 0) {
                ana.page().waitForTimeout(500);
                ana.page().reload();
            }
            ana.click("form:redeliver");
            see(ana, "#notices").containsText("delivered again");
        }
    }

    @Test
    void changesDisablesAndDeletesAWebhook() {
        try (var ana = visitor(new Browser.NewContextOptions())) {
            create(ana);
            openFirst(ana);
            ana.fill("form:url", "https://example.com/other");
            ana.click("form:save");
            see(ana, "#notices").containsText("saved");
            see(ana, "[id='form:url']").hasValue("https://example.com/other");

            ana.click("secret:rotate");
            ana.confirm();
            see(ana, "#newSecret").containsText("whsec_");
            ana.click("ways:disable");
            see(ana, ".status-DISABLED").isVisible();
            ana.click("ways:enable");
            see(ana, ".status-ACTIVE").isVisible();

            ana.click("end:delete");
            ana.confirm();
            ana.awaitPath("/app/webhooks");
            see(ana, "[id='form:webhooks']").containsText("No webhooks yet");
        }
    }

    @Test
    void saysWhatIsWrongWithAnAddress() {
        try (var ana = visitor(new Browser.NewContextOptions())) {
            ana.open("/app/webhooks");
            ana.fill("form:url", "example.com");
            ana.click("form:create");

            see(ana, "main").containsText("must begin with https://");
        }
    }

    @Test
    void fitsAPhone() {
        try (var ana = visitor(new Browser.NewContextOptions().setViewportSize(PHONE_WIDTH, 700))) {
            create(ana);
            width(ana);
            openFirst(ana);
            ana.click("ways:test");
            see(ana, "[id='log:deliveries'] code").isVisible();
            width(ana);
        }
    }

    private static void width(Visitor ana) {
        assertThat(ana.page().evaluate("document.documentElement.scrollWidth"))
                .as("Width of %s", ana.page().url())
                .isEqualTo(PHONE_WIDTH);
    }
}
