package com.pulsesms.server.api;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what happens by itself. */
final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Eventually() {}

    /** The first value that meets the condition. */
    static <T> T get(Supplier<T> value, Predicate<T> condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var latest = value.get();
        while (!condition.test(latest)) {
            if (end - System.nanoTime() < 0) {
                fail("Still not so after " + PATIENCE + ": " + latest);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            latest = value.get();
        }
        return latest;
    }
}
