package com.pulsesms.gateway.engine;

import java.text.ParseException;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;

/** RFC 3339 in UTC; java.time came to Android only with version 8. */
final class WireTime {
    private WireTime() {}

    static String format(long millis) {
        return inUtc("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").format(new Date(millis));
    }

    /** @throws IllegalArgumentException when it is no time in UTC */
    static long parse(String text) {
        try {
            int fraction = text.indexOf('.');
            String seconds = (fraction < 0 ? text.replace("Z", "") : text.substring(0, fraction)) + "Z";
            long millis = fraction < 0
                    ? 0
                    : Long.parseLong((text.substring(fraction + 1).replace("Z", "") + "000").substring(0, 3));
            return inUtc("yyyy-MM-dd'T'HH:mm:ss'Z'").parse(seconds).getTime() + millis;
        } catch (ParseException e) {
            throw new IllegalArgumentException("Not a time in UTC: " + text, e);
        }
    }

    private static SimpleDateFormat inUtc(String pattern) {
        SimpleDateFormat format = new SimpleDateFormat(pattern, Locale.ROOT);
        format.setTimeZone(TimeZone.getTimeZone("UTC"));
        return format;
    }
}
