package com.pulsesms.core.webhook;

import com.pulsesms.core.kernel.Refusal;
import java.net.URI;
import java.net.URISyntaxException;

/** Where events go: an absolute http or https address. */
public record WebhookUrl(URI value) {
    /** The longest address, in characters. */
    public static final int LIMIT = 2_000;

    public WebhookUrl {
        var scheme = value.getScheme();
        if (!"https".equalsIgnoreCase(scheme) && !"http".equalsIgnoreCase(scheme)) {
            throw wrong("The address must begin with https:// or http://");
        }
        if (value.getHost() == null || value.getHost().isEmpty()) {
            throw wrong("The address names no host");
        }
        if (value.getRawUserInfo() != null) {
            throw wrong("The address must not hold a user or a password: what we send is signed instead");
        }
        if (value.getRawFragment() != null) {
            throw wrong("The address must not have a part behind #");
        }
    }

    /** @throws Refusal.Invalid with field {@code url} */
    public static WebhookUrl parse(String typed) {
        var text = typed.strip();
        if (text.length() > LIMIT) {
            throw wrong("An address has at most " + LIMIT + " characters");
        }
        try {
            return new WebhookUrl(new URI(text));
        } catch (URISyntaxException e) {
            throw wrong("Must be an address such as https://example.com/events");
        }
    }

    private static Refusal wrong(String message) {
        return new Refusal.Invalid("url", message);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
