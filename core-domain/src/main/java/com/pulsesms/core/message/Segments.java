package com.pulsesms.core.message;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How many parts of an SMS a text takes, counted as Android phones do it.
 *
 * <p>A text of the GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, 6.2.1 and 6.2.1.1) is counted in
 * septets, a character of the extension table being two that are never parted; national language tables are off, as they
 * are on phones by default. Any other character makes the whole text UCS-2, counted in UTF-16 units. One part holds 160
 * septets or 70 units; of several parts each gives six octets to the header that joins them, and holds 153 or 67.
 *
 * <p>The counting follows AOSP: {@code GsmAlphabet.countGsmSeptets} and {@code findGsmSeptetLimitIndex} ({@code
 * com/android/internal/telephony/GsmAlphabet.java}), {@code SmsMessage.fragmentText} ({@code
 * android/telephony/SmsMessage.java}) and {@code SmsMessageBase.findNextUnicodePosition}, by which a part of UCS-2 ends
 * before a character that would not fit whole, be it a surrogate pair or several joined code points.
 *
 * @param parts at least 1; each is sent and paid for as an SMS
 * @param unitsUsed septets or UTF-16 units of the whole text
 * @param unitsLeft septets or UTF-16 units that the last part has room for
 * @param forcedBy the first character that is in no GSM 7-bit table, and so the reason for UCS-2
 */
public record Segments(Encoding encoding, int parts, int unitsUsed, int unitsLeft, Optional<String> forcedBy) {
    /** The longest text that we send, in parts. */
    public static final int MAX_PARTS = 10;

    /** How characters are written into a part. */
    public enum Encoding {
        GSM_7BIT(160, 153),
        UCS_2(70, 67);

        private final int alone;
        private final int joined;

        Encoding(int alone, int joined) {
            this.alone = alone;
            this.joined = joined;
        }

        private int limit(int units) {
            return units <= alone ? alone : joined;
        }
    }

    private static final String DEFAULT_ALPHABET = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION_TABLE = "\f^{}\\[~]|€";
    /** Not a character of the alphabet, but AOSP lets it pass as one septet. */
    private static final char ESCAPE = '\u001b';

    private static final byte[] SEPTETS = septets();
    /** An extended grapheme cluster: what a reader takes for one character. */
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    public static Segments of(String text) {
        var forcing = firstBeyondGsm(text);
        return forcing < 0 ? gsm(text) : ucs2(text, Character.toString(text.codePointAt(forcing)));
    }

    /** The characters that are in no GSM 7-bit table, each once, in the order of the text: one of them makes it UCS-2. */
    public static List<String> beyondGsm(String text) {
        return text.codePoints()
                .filter(Segments::isBeyondGsm)
                .mapToObj(Character::toString)
                .distinct()
                .toList();
    }

    private static Segments gsm(String text) {
        var units = text.chars().map(c -> SEPTETS[c]).sum();
        var limit = Encoding.GSM_7BIT.limit(units);
        var parts = 1;
        var used = 0;
        for (var i = 0; i < text.length(); i++) {
            var septets = SEPTETS[text.charAt(i)];
            if (used + septets > limit) {
                parts++;
                used = 0;
            }
            used += septets;
        }
        return new Segments(Encoding.GSM_7BIT, parts, units, limit - used, Optional.empty());
    }

    private static Segments ucs2(String text, String forcedBy) {
        var units = text.length();
        var limit = Encoding.UCS_2.limit(units);
        var starts = units <= limit ? new BitSet() : clusterStarts(text);
        var parts = 1;
        var from = 0;
        while (from + limit < units) {
            from = cut(text, starts, from, from + limit);
            parts++;
        }
        return new Segments(Encoding.UCS_2, parts, units, from + limit - units, Optional.of(forcedBy));
    }

    /** Where the part that begins at {@code from} ends, and it has room up to {@code end}. */
    private static int cut(String text, BitSet starts, int from, int end) {
        var start = starts.previousSetBit(end);
        if (start > from) {
            return start;
        }
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    private static BitSet clusterStarts(String text) {
        var starts = new BitSet(text.length());
        CLUSTER.matcher(text).results().forEach(cluster -> starts.set(cluster.start()));
        return starts;
    }

    private static int firstBeyondGsm(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (isBeyondGsm(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isBeyondGsm(int character) {
        return character >= SEPTETS.length || SEPTETS[character] == 0;
    }

    private static byte[] septets() {
        var septets = new byte['€' + 1];
        DEFAULT_ALPHABET.chars().forEach(c -> septets[c] = 1);
        EXTENSION_TABLE.chars().forEach(c -> septets[c] = 2);
        septets[ESCAPE] = 1;
        return septets;
    }
}
