package com.pulsesms.core.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/**
 * Version 7 UUIDs (RFC 9562, section 5.7): 48 bits of Unix milliseconds, then a 12-bit counter that keeps the ids of one
 * millisecond in order (method 1 of section 6.2), then 62 random bits.
 */
public final class TimeOrderedIds implements IdGenerator {
    private static final int COUNTER_LIMIT = 1 << 12;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private long lastMillis;
    private int counter;

    public TimeOrderedIds(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized UUID next() {
        // Not clock.millis(): a clock that ticks in microseconds divides by zero there on Java 17.
        var now = clock.instant().toEpochMilli();
        if (now > lastMillis) {
            lastMillis = now;
            counter = 0;
        } else if (++counter == COUNTER_LIMIT) {
            // More than 4096 ids in a millisecond, or a clock that went back: borrow from the next millisecond.
            lastMillis++;
            counter = 0;
        }
        var high = lastMillis << 16 | 0x7000L | counter;
        var low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
