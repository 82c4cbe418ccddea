package com.pulsesms.core.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a name in a template and a column of contacts meet: {@code {{First Name}}}, {@code {{first-name}}} and a column
 * headed "first_name" all mean {@code first_name}.
 */
public final class VariableName {
    /** The longest name of a variable, in characters. */
    public static final int LIMIT = 60;

    public static final String NAME = "name";
    public static final String PHONE = "phone";
    public static final String EMAIL = "email";
    /** What every contact has by itself, so that no attribute may be called so. */
    public static final Set<String> BUILT_IN = Set.of(NAME, PHONE, EMAIL);

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern AROUND = Pattern.compile("^_|_$");

    private VariableName() {}

    /**
     * The one form of a name: lower case, with an underscore for whatever stands between letters and digits. Empty if it
     * has neither.
     */
    public static String of(String typed) {
        var lower = Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return AROUND.matcher(BETWEEN_WORDS.matcher(lower).replaceAll("_")).replaceAll("");
    }
}
