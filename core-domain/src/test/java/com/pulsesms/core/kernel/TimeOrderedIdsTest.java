package com.pulsesms.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.memory.MemoryDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest implements IdGeneratorContract {
    private final IdGenerator ids = new TimeOrderedIds(Clock.systemUTC());

    @Override
    public IdGenerator ids() {
        return ids;
    }

    @Test
    void carriesTheMillisecondsInItsFirst48Bits() {
        var at = Instant.parse("2026-03-02T09:00:00.123Z");

        var id = new TimeOrderedIds(Clock.fixed(at, ZoneOffset.UTC)).next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(at.toEpochMilli());
    }

    @Test
    void keepsTheOrderWhenTheClockGoesBack() {
        var clock = new TestClock(Sample.NOW);
        var generator = new TimeOrderedIds(clock);

        var before = generator.next();
        clock.set(Sample.NOW.minusSeconds(3600));
        var after = generator.next();

        assertThat(MemoryDatabase.compare(before, after)).isNegative();
    }
}
