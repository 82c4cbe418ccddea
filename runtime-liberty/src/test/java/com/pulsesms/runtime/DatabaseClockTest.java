package com.pulsesms.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DatabaseClockTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final DatabaseClock clock = new DatabaseClock(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void showsTheMachinesTimeUntilItIsCorrected() {
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void showsTheDatabasesTime() {
        clock.correct(() -> NOON.plusSeconds(7));

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(7));
        assertThat(clock.correction()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void goesBackWhereTheMachineIsAhead() {
        clock.correct(() -> NOON.minusSeconds(7));

        assertThat(clock.instant()).isEqualTo(NOON.minusSeconds(7));
    }

    @Test
    void correctsItselfInEveryZone() {
        var there = clock.withZone(ZoneId.of("Europe/Belgrade"));

        clock.correct(() -> NOON.plusSeconds(7));

        assertThat(there.instant()).isEqualTo(NOON.plusSeconds(7));
        assertThat(there.getZone()).isEqualTo(ZoneId.of("Europe/Belgrade"));
    }

    @Test
    void takesTheTimeThatTheQuestionTookForNoDifference() {
        var ticks = new Ticking();
        var slow = new DatabaseClock(ticks);

        slow.correct(() -> ticks.now.plusMillis(500));

        assertThat(slow.correction()).isZero();
    }

    /** Goes on by a second each time that it is looked at. */
    private static final class Ticking extends Clock {
        private Instant now = NOON;

        @Override
        public Instant instant() {
            now = now.plusSeconds(1);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
