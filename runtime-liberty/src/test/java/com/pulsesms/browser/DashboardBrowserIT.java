package com.pulsesms.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import com.pulsesms.gateway.simulator.SimulatedPhone;
import com.pulsesms.gateway.simulator.SimulatorOptions;
import com.pulsesms.server.PulseSmsServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard as people use it, with a simulated phone. */
class DashboardBrowserIT {
    private static final int CONTACTS = 25;
    private static final int PHONE_WIDTH = 375;

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

    private static Visitor visitor() {
        return new Visitor(browser, server.url(), new Browser.NewContextOptions());
    }

    @Test
    void goesFromSignUpToACompletedCampaign() throws Exception {
        try (var ana = visitor()) {
            assertThat(ana.signUp("Ana")).startsWith("pk_");

            try (var phone = connect(ana)) {
                phone.start();
                capIt(ana);
                letItSendAsFastAsItCan(ana);
                importContacts(ana);
                startCampaign(ana, "Hi {{name}}, {{city}} is on sale");

                see(ana, ".status-COMPLETED").isVisible();
                see(ana, "#delivered").hasText(String.valueOf(CONTACTS));
                assertThat(phone.left()).hasSize(CONTACTS).anyMatch(sent -> sent.contains("Hi Visitor 7, Novi Sad"));
            }
        }
    }

    private static SimulatedPhone connect(Visitor ana) throws Exception {
        ana.open("/app/devices");
        ana.click("connect");
        // The page also holds the code that leads to the app: the one that pairs is known by its name.
        var code =
                ana.page().getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("QR code that pairs a phone"));
        code.waitFor();
        var link = QrReader.read(code.screenshot());
        assertThat(ana.at("pairingLink").textContent()).isEqualTo(link);

        var phone = SimulatedPhone.pair(link, new SimulatorOptions());

        see(ana, "#connected").isVisible();
        return phone;
    }

    private static void capIt(Visitor ana) {
        ana.open("/app/devices");
        see(ana, ".presence.here").isVisible();
        ana.page().locator("a.device").click();
        see(ana, "[id='form:partsPerMinute']").hasValue("24");
        ana.fill("form:partsPerHour", "9");
        ana.click("form:save");
        see(ana, ".ui-message-error-detail").containsText("At least 10");
        ana.fill("form:partsPerHour", "300");
        ana.fill("form:sims:0:perDay", "1000");
        ana.click("form:save");
        see(ana, ".ui-messages-info").containsText("saved");
        see(ana, "[id='form:partsPerHour']").hasValue("300");
        see(ana, "[id='form:sims:0:perDay']").hasValue("1000");
        see(ana, "[id='form:sims:0:perHour']").hasValue("");
        ana.fill("form:sims:0:perDay", "");
    }

    private static void letItSendAsFastAsItCan(Visitor ana) {
        ana.at("form:unlimited").check();
        see(ana, "[id='form:partsPerMinute']").isDisabled();
        ana.click("form:save");
        see(ana, ".ui-messages-info").containsText("saved");
    }

    private static void importContacts(Visitor ana) {
        ana.open("/app/contacts");
        ana.fill("form:name", "Customers");
        ana.click("form:create");
        ana.awaitPath("/app/list?id=*");
        ana.click("ways:import");
        ana.at("upload:file").setInputFiles(new FilePayload("customers.csv", "text/csv", csv().getBytes(UTF_8)));
        ana.click("upload:take");
        see(ana, "dd.imported").hasText(String.valueOf(CONTACTS));
        see(ana, "dd.invalid").hasText("1");
        ana.click("form:start");
        see(ana, "[id='done'] dd.imported").hasText(String.valueOf(CONTACTS));
    }

    /** As spreadsheets of many countries write it, with one number that is none. */
    private static String csv() {
        return IntStream.range(0, CONTACTS)
                .mapToObj(i -> "+3816412300" + (10 + i) + ";Visitor " + i + ";Novi Sad")
                .collect(Collectors.joining("\r\n", "Mobile;Name;City\r\n", "\r\n12;Nobody;Nowhere\r\n"));
    }

    private static void startCampaign(Visitor ana, String text) {
        ana.open("/app/compose");
        ana.fill("form:name", "Sale");
        ana.page().getByLabel("Customers").check();
        ana.fill("form:text", text);
        see(ana, ".preview .bubble >> nth=0").hasText("Hi Visitor 0, Novi Sad is on sale");
        see(ana, ".preview .prediction").containsText("left by about");
        ana.click("form:start");
        ana.confirm();
        ana.awaitPath("/app/campaign?id=*");
    }

    @Test
    void leadsToTheAppByALinkAndByItsCode() throws Exception {
        try (var ana = visitor()) {
            ana.signUp("Ana");
            ana.open("/app/devices");
            var link = QrReader.read(ana.page().locator(".qr svg").screenshot());
            assertThat(link).isEqualTo(server.url() + "/download");
            ana.click("download");
            ana.awaitPath("/download");

            assertThat(QrReader.read(ana.page().locator(".qr svg").screenshot()))
                    .isEqualTo(link);
            var download = ana.page().waitForDownload(() -> ana.click("apk"));

            assertThat(download.suggestedFilename()).isEqualTo("pulsesms-gateway.apk");
            assertThat(Files.size(download.path())).isPositive();
        }
    }

    @Test
    void keepsAListOfNumbersThatAreNotWrittenTo() {
        try (var ana = visitor()) {
            ana.signUp("Ana");
            ana.open("/app/contacts");
            ana.click("optOuts");
            ana.awaitPath("/app/opt-outs");
            ana.fill("adding:phones", "+381641234567\n12");
            ana.click("adding:add");
            see(ana, ".ui-message-error").containsText("12:");

            ana.fill("adding:phones", "+381641234567, +381641234568");
            ana.fill("adding:reason", "Replied STOP");
            ana.click("adding:add");
            see(ana, "[id='list:optOuts']").containsText("+381641234568");
            ana.at("upload:file")
                    .setInputFiles(new FilePayload(
                            "stop.csv", "text/csv", "phone\n+381649999999\n+381641234567\n".getBytes(UTF_8)));
            ana.click("upload:take");
            see(ana, "dd.imported").hasText("1");

            ana.open("/app/opt-outs?number=%2B381641234567");
            see(ana, "[id='list:optOuts']").containsText("Replied STOP");
            ana.page().locator("[id='list:optOuts'] button").click();
            ana.confirm();
            see(ana, "[id='list:optOuts']").not().containsText("+381641234567");
            see(ana, "[id='list:optOuts']").containsText("+381649999999");
            ana.open("/app/messages");
            ana.fill("quick:to", "+381641234568");
            ana.fill("quick:text", "Hello");
            ana.click("quick:send");
            see(ana, ".ui-message-error").containsText("doesn't want to be written to");
        }
    }

    @Test
    void sendsAVisitorToSignInAndBackToWhereTheyWantedToGo() {
        try (var ana = visitor()) {
            ana.signUp("Ana");
            ana.open("/app/home");
            ana.page().locator(".person summary").click();
            ana.click("account:signOut");
            ana.awaitPath("/");

            ana.open("/app/keys");
            ana.awaitPath("/sign-in?to=*");
            ana.signIn();

            ana.awaitPath("/app/keys");
            see(ana, "h1").hasText("API keys");
        }
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatIsWrong() {
        try (var ana = visitor()) {
            ana.open("/sign-up");
            assertThat(ana.at("form:zone").inputValue()).isEqualTo("Europe/Belgrade");
            ana.fill("form:name", "Ana");
            ana.fill("form:email", "nonsense");
            ana.fill("form:password", Visitor.PASSWORD);
            ana.click("form:submit");

            see(ana, ".ui-message-error").containsText("Not an e-mail address");
            assertThat(ana.at("form:name").inputValue()).isEqualTo("Ana");
            assertThat(ana.at("form:email").inputValue()).isEqualTo("nonsense");
        }
    }

    @Test
    void showsWhatPeopleTypeAsTextAndNeverAsMarkup() {
        try (var ana = visitor()) {
            ana.signUp("<b>Ana</b>");
            var markup = "<img src=x onerror=alert(1)> {{name}} #{1+1}";
            ana.open("/app/contacts");
            ana.fill("form:name", markup);
            ana.click("form:create");
            ana.awaitPath("/app/list?id=*");

            see(ana, "h1").hasText(markup);
            assertThat(ana.page().locator("img[src=x]").count()).isZero();
            see(ana, ".person .name").hasText("<b>Ana</b>");
        }
    }

    @Test
    void showsWhatBelongsToAnotherOrganizationAsMissing() {
        try (var ana = visitor();
                var boris = visitor()) {
            ana.signUp("Ana");
            ana.open("/app/contacts");
            ana.fill("form:name", "Ana's");
            ana.click("form:create");
            ana.awaitPath("/app/list?id=*");
            var path = ana.page().url().substring(server.url().toString().length());
            boris.signUp("Boris");

            var status = boris.open(path);

            assertThat(status).isEqualTo(404);
            see(boris, "h1").hasText("Nothing here");
            boris.expectMissing();
        }
    }

    @Test
    void takesNoWriteThatComesFromAnotherSite() {
        try (var ana = visitor()) {
            ana.signUp("Ana");

            var answer = ana.page()
                    .context()
                    .request()
                    .post(
                            server.url() + "/app/contacts",
                            RequestOptions.create().setHeader("Sec-Fetch-Site", "cross-site"));

            assertThat(answer.status()).isEqualTo(403);
        }
    }

    @Test
    void showsTheSecretOfAKeyOnceAndRevokesIt() {
        try (var ana = visitor()) {
            ana.signUp("Ana");
            ana.open("/app/keys");
            ana.fill("form:name", "Web shop");
            ana.click("form:create");
            see(ana, "#newKey").containsText("pk_");

            ana.open("/app/keys");
            see(ana, "#newKey").hasCount(0);
            ana.fill("form:name", "Report");
            ana.at("form:days").selectOption("30");
            ana.page().getByText("What it may do").click();
            ana.page().getByLabel("messages:send").uncheck();
            ana.click("form:create");
            see(ana, "#newKey").containsText("pk_");
            see(ana, "tr:has-text('Report')").containsText("messages:read");
            see(ana, "tr:has-text('Report')").not().containsText("messages:send");
            ana.page().getByTitle("Revoke: Web shop").click();
            ana.confirm();

            see(ana, "tr:has-text('Web shop') .status-REVOKED").isVisible();
        }
    }

    @Test
    void showsTheApiWithoutAskingAnotherHost() {
        try (var ana = visitor()) {
            ana.open("/reference");

            see(ana, "#reference").containsText("PulseSMS");
            see(ana, "#reference").containsText("Messages");
        }
    }

    @Test
    void keepsOrganizationsApartWhenOneSwitches() {
        try (var ana = visitor()) {
            ana.signUp("Ana");
            ana.open("/app/contacts");
            ana.fill("form:name", "Customers");
            ana.click("form:create");
            ana.awaitPath("/app/list?id=*");

            ana.open("/app/organizations");
            ana.fill("form:name", "Second shop");
            ana.click("form:create");
            ana.awaitPath("/app/home");
            ana.open("/app/contacts");
            see(ana, "main").not().containsText("Customers");

            ana.page().locator("details.menu summary").first().click();
            ana.page().locator("details.menu .item").first().click();
            ana.awaitPath("/app/home");
            ana.open("/app/contacts");
            see(ana, "main").containsText("Customers");
        }
    }

    @Test
    void fitsAPhoneInTheDark() {
        var look = new Browser.NewContextOptions()
                .setViewportSize(PHONE_WIDTH, 700)
                .setColorScheme(ColorScheme.DARK);
        try (var ana = new Visitor(browser, server.url(), look)) {
            ana.signUp("Ana");
            for (var path : List.of(
                    "/",
                    "/download",
                    "/app/home",
                    "/app/campaigns",
                    "/app/compose",
                    "/app/messages",
                    "/app/contacts",
                    "/app/devices",
                    "/app/connect",
                    "/app/keys",
                    "/app/settings",
                    "/app/organizations")) {
                ana.open(path);

                var width = ana.page().evaluate("document.documentElement.scrollWidth");
                assertThat(width).as("Width of %s", path).isEqualTo(PHONE_WIDTH);
                var ground = ana.page().evaluate("getComputedStyle(document.body).backgroundColor");
                assertThat(ground).as("Background of %s", path).isEqualTo("rgb(15, 23, 22)");
            }
        }
    }

    private static LocatorAssertions see(Visitor visitor, String selector) {
        return PlaywrightAssertions.assertThat(visitor.page().locator(selector));
    }
}
