package com.pulsesms.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A person at a browser of their own. Whatever a page complains about in the console, and whatever it asks of another
 * host, fails the test when the visitor leaves.
 */
final class Visitor implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";

    /** The machine may be busy with other tests; who waits for a condition goes on as soon as it holds. */
    private static final int PATIENCE_MILLIS = 60_000;

    private final URI server;
    private final BrowserContext context;
    private final Page page;
    private final List<String> troubles = new ArrayList<>();
    private final String email = "visitor-" + UUID.randomUUID() + "@example.com";

    Visitor(Browser browser, URI server, Browser.NewContextOptions look) {
        this.server = server;
        context = browser.newContext(look.setLocale("en-US").setTimezoneId("Europe/Belgrade"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onPageError(troubles::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                troubles.add(page.url() + ": " + message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(server + "/") && !request.url().startsWith("data:")) {
                troubles.add("A request to " + request.url());
            }
        });
    }

    Page page() {
        return page;
    }

    String email() {
        return email;
    }

    /** Goes to a page and answers with its status. */
    int open(String path) {
        return page.navigate(server + path).status();
    }

    Locator at(String id) {
        return page.locator("[id='" + id + "']");
    }

    void fill(String id, String text) {
        at(id).fill(text);
    }

    void click(String id) {
        at(id).click();
    }

    void confirm() {
        page.locator(".ui-confirmdialog-yes").click();
    }

    void awaitPath(String glob) {
        page.waitForURL(server + glob);
    }

    /** Creates an account with the default organization and answers with its first API key. */
    String signUp(String name) {
        open("/sign-up");
        fill("form:name", name);
        fill("form:email", email);
        fill("form:password", PASSWORD);
        click("form:submit");
        return at("apiKey").textContent().strip();
    }

    void signIn() {
        fill("form:email", email);
        fill("form:password", PASSWORD);
        click("form:submit");
    }

    /** Drops the complaints about a page that is meant to be missing. */
    void expectMissing() {
        troubles.removeIf(trouble -> trouble.contains("404"));
    }

    @Override
    public void close() {
        context.close();
        assertThat(troubles).isEmpty();
    }
}
