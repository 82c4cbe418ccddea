package com.pulsesms.core.contact;

import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Region;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** A phone number as it stands in a cell, after what spreadsheets and phone books did to it. */
final class TypedNumber {
    private static final Pattern ROUNDED = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)?[eE][+-]?[0-9]+");
    private static final Pattern FRACTION = Pattern.compile("([0-9]{7,})[.,]0+");
    /** Google puts all numbers of one kind into one cell. */
    private static final Pattern BETWEEN_NUMBERS = Pattern.compile(":::|[;,|\\n]|\\s/\\s");

    private TypedNumber() {}

    /**
     * The number, or the first of several.
     *
     * @throws Refusal.Invalid with field {@code phone} and the reason
     */
    static PhoneNumber parse(String cell, Region region) {
        var typed = cell.startsWith("'") ? cell.substring(1).strip() : cell;
        if (ROUNDED.matcher(typed).matches()) {
            throw new Refusal.Invalid(
                    "phone",
                    "A spreadsheet has rounded this number: format its column as text there, enter it again and export anew");
        }
        var whole = FRACTION.matcher(typed);
        try {
            return PhoneNumber.parse(whole.matches() ? whole.group(1) : typed, region);
        } catch (Refusal.Invalid refusal) {
            return first(typed, region).orElseThrow(() -> refusal);
        }
    }

    static boolean isOne(String cell, Region region) {
        try {
            parse(cell, region);
            return true;
        } catch (Refusal.Invalid refusal) {
            return false;
        }
    }

    private static Optional<PhoneNumber> first(String several, Region region) {
        var parts = BETWEEN_NUMBERS.split(several);
        return parts.length < 2
                ? Optional.empty()
                : Arrays.stream(parts)
                        .map(String::strip)
                        .filter(part -> isOne(part, region))
                        .findFirst()
                        .map(part -> parse(part, region));
    }
}
