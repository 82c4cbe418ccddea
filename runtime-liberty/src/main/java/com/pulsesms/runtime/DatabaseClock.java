package com.pulsesms.runtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/**
 * The time of the database, which all nodes share: the machine's clock with a correction that is measured now and then. A
 * difference that the measuring itself explains is none.
 */
final class DatabaseClock extends Clock {
    private final Clock machine;
    private final ZoneId zone;
    private final Correction correction;

    /** Shared by the same clock in other zones. */
    private static final class Correction {
        private volatile Duration value = Duration.ZERO;
    }

    DatabaseClock(Clock machine) {
        this(machine, ZoneOffset.UTC, new Correction());
    }

    private DatabaseClock(Clock machine, ZoneId zone, Correction correction) {
        this.machine = machine;
        this.zone = zone;
        this.correction = correction;
    }

    /** Measures anew by asking the database for its time. */
    void correct(Supplier<Instant> database) {
        var before = machine.instant();
        var there = database.get();
        var after = machine.instant();
        correction.value = difference(before, there, after);
    }

    private static Duration difference(Instant before, Instant there, Instant after) {
        if (there.isBefore(before)) {
            return Duration.between(before, there);
        }
        return there.isAfter(after) ? Duration.between(after, there) : Duration.ZERO;
    }

    /** How far the machine's clock was off when last measured; negative if it was ahead. */
    Duration correction() {
        return correction.value;
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(correction.value);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new DatabaseClock(machine, other, correction);
    }
}
