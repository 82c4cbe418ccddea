package com.pulsesms.core.kernel;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Values for tests that don't care which. */
public final class Sample {
    /** When tests happen: to the microsecond, as databases keep time. */
    public static final Instant NOW = Instant.parse("2026-03-02T09:00:00.123456Z");

    private static final IdGenerator IDS = new TimeOrderedIds(Clock.systemUTC());

    private Sample() {}

    /** An id that sorts behind all that were made before. */
    public static UUID id() {
        return IDS.next();
    }

    /** The {@code n}-th of many mobile numbers. */
    public static PhoneNumber number(int n) {
        return new PhoneNumber("+38164%07d".formatted(n));
    }

    /** What is kept of some secret. */
    public static String hash() {
        return Secret.random("").hash();
    }
}
