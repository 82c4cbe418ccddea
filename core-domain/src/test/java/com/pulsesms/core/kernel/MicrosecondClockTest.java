package com.pulsesms.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MicrosecondClockTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00.123456789Z");

    private final Clock clock = new MicrosecondClock(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void leavesOutWhatIsFinerThanAMicrosecond() {
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-03-02T09:00:00.123456Z"));
    }

    @Test
    void tellsTheMilliseconds() {
        assertThat(clock.millis()).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void staysAsFineInAnotherZone() {
        var elsewhere = clock.withZone(ZoneId.of("Europe/Belgrade"));

        assertThat(elsewhere.getZone()).isEqualTo(ZoneId.of("Europe/Belgrade"));
        assertThat(elsewhere.instant()).isEqualTo(clock.instant());
    }
}
