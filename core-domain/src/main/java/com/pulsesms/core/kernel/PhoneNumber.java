package com.pulsesms.core.kernel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.regex.Pattern;

/** A subscriber number in E.164 form, such as {@code +381641234567}. */
public record PhoneNumber(String e164) {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    public PhoneNumber {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException("A phone number must be in E.164 form: + and 7 to 15 digits");
        }
    }

    /**
     * Understands what people type: international with {@code +} or {@code 00}, or national of the given region, with the
     * usual blanks, brackets and dashes.
     *
     * @throws Refusal.Invalid with field {@code phone} and the reason
     */
    public static PhoneNumber parse(String typed, Region region) {
        var numbers = PhoneNumberUtil.getInstance();
        try {
            var number = numbers.parse(internationalPrefixAsPlus(typed.strip()), region.code());
            if (number.hasExtension()) {
                throw refused("An SMS can't reach an extension");
            }
            if (!numbers.isValidNumber(number)) {
                throw refused("Not a valid phone number for its country");
            }
            return new PhoneNumber(numbers.format(number, PhoneNumberFormat.E164));
        } catch (NumberParseException e) {
            throw refused(reason(e.getErrorType()));
        }
    }

    private static String internationalPrefixAsPlus(String typed) {
        return typed.startsWith("00") ? "+" + typed.substring(2) : typed;
    }

    private static String reason(NumberParseException.ErrorType type) {
        return switch (type) {
            case INVALID_COUNTRY_CODE -> "The country code does not exist";
            case NOT_A_NUMBER -> "Not a phone number";
            case TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> "Too short for a phone number";
            case TOO_LONG -> "Too long for a phone number";
        };
    }

    private static Refusal refused(String reason) {
        return new Refusal.Invalid("phone", reason);
    }

    /** Keeps subscriber numbers out of logs; ask for {@link #e164()} when you mean the number. */
    @Override
    public String toString() {
        return "…" + e164.substring(e164.length() - 3);
    }
}
