package com.pulsesms.persistence.message;

import java.security.SecureRandom;
import java.time.Instant;

/**
 * The ids of one page of messages, to be ended by SQL with each message's ordinal: version 7 UUIDs (RFC 9562, section 5.7)
 * of 48 bits of Unix milliseconds, 42 random bits that are drawn anew for each page, and the ordinal in eight digits, which
 * keeps the order within the page.
 */
public record PageIds(String begin) {
    private static final int ORDINAL_DIGITS = 8;

    private static final SecureRandom RANDOM = new SecureRandom();

    public static PageIds at(Instant now) {
        var millis = String.format("%012x", now.toEpochMilli());
        var random = RANDOM.nextLong();
        return new PageIds(String.format(
                "%s-%s-7%03x-%04x-%04x",
                millis.substring(0, 8),
                millis.substring(8),
                random & 0xFFF,
                0x8000 | random >>> 12 & 0x3FFF,
                random >>> 26 & 0xFFFF));
    }

    /**
     * The expression of the id of each row of a query, with one value: {@link #begin()}.
     *
     * @param order the column that the rows are numbered by
     */
    public static String inOrderOf(String order) {
        return "cast(? || lpad(cast(row_number() over (order by " + order + ") as varchar), " + ORDINAL_DIGITS
                + ", '0') as uuid)";
    }
}
