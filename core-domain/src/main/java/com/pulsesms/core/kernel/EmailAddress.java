package com.pulsesms.core.kernel;

import java.util.Locale;
import java.util.regex.Pattern;

/** An e-mail address in lower case: one person is one address, however it was typed. */
public record EmailAddress(String value) {
    /** As browsers check it (WHATWG HTML, "valid e-mail address"), and with a dot in the domain; at most 254 characters. */
    private static final Pattern FORM = Pattern.compile(
            "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+");

    public EmailAddress {
        if (value.length() > 254 || !FORM.matcher(value).matches()) {
            throw new Refusal.Invalid("email", "Not an e-mail address: it looks like name@example.com");
        }
    }

    public static EmailAddress parse(String typed) {
        return new EmailAddress(typed.strip().toLowerCase(Locale.ROOT));
    }

    /** Keeps addresses out of logs; ask for {@link #value()} when you mean the address. */
    @Override
    public String toString() {
        return "…" + value.substring(value.indexOf('@'));
    }
}
