package com.pulsesms.core.campaign;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * When a campaign is to start by itself: a time on the clocks of the organization's time zone.
 *
 * @param at as a person chose it
 * @param zone the organization's zone when they did
 * @param due the moment that it means
 */
public record Schedule(LocalDateTime at, ZoneId zone, Instant due) {
    /**
     * A time that the clocks skip is moved on by as much as they skip; of one that comes twice, the earlier is meant.
     */
    public static Schedule of(LocalDateTime at, ZoneId zone) {
        return new Schedule(at, zone, ZonedDateTime.ofLocal(at, zone, null).toInstant());
    }

    /** Before UTC or after it, when it starts. */
    public ZoneOffset offset() {
        return zone.getRules().getOffset(due);
    }

    /** What the clocks show when it starts. */
    public LocalDateTime shown() {
        return LocalDateTime.ofInstant(due, zone);
    }

    /** Whether the clocks skip the chosen time, so that it starts at another. */
    public boolean adjusted() {
        return !shown().equals(at);
    }

    /** Whether the clocks show the chosen time twice. */
    public boolean ambiguous() {
        return zone.getRules().getValidOffsets(at).size() > 1;
    }
}
