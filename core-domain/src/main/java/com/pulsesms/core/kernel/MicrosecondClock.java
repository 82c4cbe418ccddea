package com.pulsesms.core.kernel;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * A clock to the microsecond, as databases keep time: what we hold equals what we read back. ({@link Clock#tick} can't be
 * asked for the milliseconds if it ticks faster than that, in JDK 17.)
 */
public final class MicrosecondClock extends Clock {
    private final Clock clock;

    public MicrosecondClock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Instant instant() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new MicrosecondClock(clock.withZone(zone));
    }
}
