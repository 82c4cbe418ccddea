package com.pulsesms.ui;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the pages, for what is said by beans. */
@ApplicationScoped
public class Texts {
    private final ResourceBundle bundle =
            ResourceBundle.getBundle("com.pulsesms.ui.texts", Locale.ROOT, Texts.class.getClassLoader());

    /** The text under {@code key}, with the values in the places of {@code {0}}, {@code {1}} and so on. */
    public String of(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), Locale.UK).format(values);
    }
}
