package com.pulsesms.core.kernel;

import java.util.regex.Pattern;

/** Rules for short texts that people give to things. */
public final class Text {
    /** The longest name of a thing, in characters. */
    public static final int NAME_LIMIT = 100;

    /** Includes halves of surrogate pairs, which no database takes. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");

    private Text() {}

    /** Without control characters and without blanks around. */
    public static String clean(String typed) {
        return CONTROLS.matcher(typed).replaceAll("").strip();
    }

    /**
     * A name without blanks around it.
     *
     * @throws Refusal.Invalid if nothing is left, or more than {@value #NAME_LIMIT} characters
     */
    public static String name(String field, String typed) {
        var name = typed.strip();
        if (name.isEmpty()) {
            throw new Refusal.Invalid(field, "A name is needed");
        }
        if (name.length() > NAME_LIMIT) {
            throw new Refusal.Invalid(field, "A name has at most " + NAME_LIMIT + " characters");
        }
        return name;
    }
}
