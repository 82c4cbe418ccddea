package com.pulsesms.core.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a delivery that failed is tried again: soon at first and then ever more seldom, for about three days. Each pause is
 * up to a fifth longer or shorter, so that what failed together does not come back together.
 */
public final class RetrySchedule {
    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private static final double JITTER = 0.2;

    private final RandomGenerator random;

    public RetrySchedule(RandomGenerator random) {
        this.random = random;
    }

    /**
     * How long to wait.
     *
     * @param attempts how many were made
     * @return empty if there were enough
     */
    public Optional<Duration> pauseAfter(int attempts) {
        if (attempts > PAUSES.size()) {
            return Optional.empty();
        }
        var pause = PAUSES.get(attempts - 1).toMillis();
        return Optional.of(Duration.ofMillis(Math.round(pause * random.nextDouble(1 - JITTER, 1 + JITTER))));
    }
}
