package com.pulsesms.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
    private final RetrySchedule schedule = new RetrySchedule(new Random(7));

    @Test
    void waitsFiveSecondsMoreOrLessAfterTheFirstAttempt() {
        var pauses = Stream.generate(() -> schedule.pauseAfter(1).orElseThrow()).limit(500);

        assertThat(pauses.distinct())
                .hasSizeGreaterThan(100)
                .allMatch(pause ->
                        pause.compareTo(Duration.ofSeconds(4)) >= 0 && pause.compareTo(Duration.ofSeconds(6)) <= 0);
    }

    @Test
    void triesForAboutThreeDays() {
        var all = IntStream.rangeClosed(1, 9)
                .mapToObj(attempts -> schedule.pauseAfter(attempts).orElseThrow())
                .reduce(Duration.ZERO, Duration::plus);

        assertThat(all).isBetween(Duration.ofHours(60), Duration.ofHours(91));
    }

    @Test
    void givesUpAfterTheTenthAttempt() {
        assertThat(schedule.pauseAfter(10)).isEqualTo(Optional.empty());
    }
}
