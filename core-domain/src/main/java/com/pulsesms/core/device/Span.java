package com.pulsesms.core.device;

import java.time.Duration;

/** A length of time for which a pace has a cap. It slides: any stretch of that length counts, not only a full hour. */
public enum Span {
    MINUTE("partsPerMinute", "minute", Duration.ofMinutes(1), Grain.SECOND, 600),
    HOUR("partsPerHour", "hour", Duration.ofHours(1), Grain.MINUTE, 36_000),
    DAY("partsPerDay", "day", Duration.ofDays(1), Grain.MINUTE, 864_000);

    private final String field;
    private final String noun;
    private final Duration length;
    private final Grain grain;
    private final int most;

    Span(String field, String noun, Duration length, Grain grain, int most) {
        this.field = field;
        this.noun = noun;
        this.length = length;
        this.grain = grain;
        this.most = most;
    }

    /** What people call a cap for it, such as {@code partsPerHour}. */
    public String field() {
        return field;
    }

    String noun() {
        return noun;
    }

    public Duration length() {
        return length;
    }

    /** How finely departures are counted for it. */
    public Grain grain() {
        return grain;
    }

    /** The highest cap: ten parts a second. */
    public int most() {
        return most;
    }
}
