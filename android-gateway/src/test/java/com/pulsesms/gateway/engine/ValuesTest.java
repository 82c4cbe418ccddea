package com.pulsesms.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ValuesTest {
    @Test
    void readsThePairingQr() {
        PairingLink link = PairingLink.parse("pulsesms://pair?server=https%3A%2F%2Fsms.example.org%2F&code=a%2Bb");

        assertThat(link.server()).isEqualTo("https://sms.example.org");
        assertThat(link.code()).isEqualTo("a+b");
        assertThat(link.encrypted()).isTrue();
        assertThat(new PairingLink("http://10.0.0.2:9080/", "x").encrypted()).isFalse();
    }

    @Test
    void refusesWhatIsNoPairingQr() {
        assertThatThrownBy(() -> PairingLink.parse("https://example.org")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PairingLink.parse("pulsesms://pair?server=ftp%3A%2F%2Fa&code=b"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PairingLink.parse("pulsesms://pair?server=https%3A%2F%2Fa.b"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsAndWritesTimesInUtc() {
        assertThat(WireTime.format(1_772_352_930_123L)).isEqualTo("2026-03-01T08:15:30.123Z");
        assertThat(WireTime.parse("2026-03-01T08:15:30.123Z")).isEqualTo(1_772_352_930_123L);
        assertThat(WireTime.parse("2026-03-01T08:15:30.123456Z")).isEqualTo(1_772_352_930_123L);
        assertThat(WireTime.parse("2026-03-01T08:15:30Z")).isEqualTo(1_772_352_930_000L);
        assertThat(WireTime.parse("2026-03-01T08:15:30.5Z")).isEqualTo(1_772_352_930_500L);
    }

    @Test
    void aDeadlineIsCountedOnTheElapsedClockWithinOneBoot() {
        Moment due = new Moment(1_000_000, 5_000, "a").plus(1_000);

        assertThat(new Moment(9_000_000, 5_999, "a").reached(due)).isFalse();
        assertThat(new Moment(0, 6_000, "a").reached(due)).isTrue();
        assertThat(new Moment(1_000_999, 900_000, "b").reached(due)).isFalse();
        assertThat(new Moment(1_001_000, 0, "b").reached(due)).isTrue();
    }
}
