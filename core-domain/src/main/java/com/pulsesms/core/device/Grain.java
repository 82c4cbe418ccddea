package com.pulsesms.core.device;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How long a stretch of time is of which one number of departures is kept, and for how long that is kept. */
public enum Grain {
    SECOND(ChronoUnit.SECONDS, Duration.ofMinutes(2)),
    MINUTE(ChronoUnit.MINUTES, Duration.ofHours(25));

    private final ChronoUnit unit;
    private final Duration kept;

    Grain(ChronoUnit unit, Duration kept) {
        this.unit = unit;
        this.kept = kept;
    }

    /** The begin of the stretch that {@code at} lies in. */
    public Instant begin(Instant at) {
        return at.truncatedTo(unit);
    }

    /** Where the stretch ends that begins at {@code begin}. */
    public Instant end(Instant begin) {
        return begin.plus(1, unit);
    }

    /** What began before this counts for no span any more. */
    public Instant forgotten(Instant now) {
        return now.minus(kept);
    }
}
