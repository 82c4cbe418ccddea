package com.pulsesms.core.contact;

import com.pulsesms.core.kernel.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people type to find a contact: a part of its name, its e-mail address or its number, however that is written.
 *
 * @param text in lower case
 * @param digits of a number, without the zeros that may stand before it; empty if it is none
 */
public record ContactSearch(String text, Optional<String> digits) {
    private static final Pattern NUMBER = Pattern.compile("[+0-9 ()/.-]*[0-9][+0-9 ()/.-]*");

    public static ContactSearch of(String typed) {
        var text = Text.clean(typed);
        var digits = NUMBER.matcher(text).matches()
                ? Optional.of(text.replaceAll("[^0-9]", "").replaceFirst("^0+(?=.)", ""))
                : Optional.<String>empty();
        return new ContactSearch(text.toLowerCase(Locale.ROOT), digits);
    }

    public boolean finds(Contact contact) {
        return contact.name().filter(this::isIn).isPresent()
                || contact.email().filter(email -> isIn(email.value())).isPresent()
                || digits.filter(number -> contact.phone().e164().contains(number))
                        .isPresent();
    }

    private boolean isIn(String whole) {
        return whole.toLowerCase(Locale.ROOT).contains(text);
    }
}
