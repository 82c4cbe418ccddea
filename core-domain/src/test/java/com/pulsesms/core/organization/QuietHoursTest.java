package com.pulsesms.core.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.kernel.Refusal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When quiet hours begin and end, on plain days and on those on which the clocks change. */
class QuietHoursTest {
    private static QuietHours quiet(String from, String to) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Optional<LocalTime> time(String text) {
        return Optional.of(LocalTime.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "22:00, 07:00, 2026-01-15T20:59:59Z, 2026-01-15T21:00:00Z, 2026-01-16T06:00:00Z",
        "22:00, 07:00, 2026-01-15T23:30:00Z, 2026-01-16T06:00:00Z, 2026-01-16T21:00:00Z",
        "12:00, 15:00, 2026-07-15T12:59:59.999Z, 2026-07-15T13:00:00Z, 2026-07-16T10:00:00Z",
        "00:00, 07:00, 2026-01-15T22:00:00Z, 2026-01-15T23:00:00Z, 2026-01-16T06:00:00Z",
        "22:00, 00:00, 2026-01-15T22:00:00Z, 2026-01-15T23:00:00Z, 2026-01-16T21:00:00Z"
    })
    void changeWhenTheClocksShowSo(String from, String to, Instant at, Instant next, Instant afterThat) {
        var belgrade = ZoneId.of("Europe/Belgrade");
        var hours = quiet(from, to);

        assertThat(hours.nextChange(at, belgrade)).isEqualTo(next);
        assertThat(hours.nextChange(next, belgrade)).isEqualTo(afterThat);
    }

    @ParameterizedTest
    @CsvSource({
        // The clocks go from 02:00 to 03:00: a night is an hour shorter, and an end that is skipped is at once.
        "Europe/Belgrade, 22:00, 07:00, 2026-03-28T22:00:00Z, 2026-03-29T05:00:00Z",
        "Europe/Belgrade, 22:00, 02:30, 2026-03-28T22:00:00Z, 2026-03-29T01:00:00Z",
        "Europe/Belgrade, 02:30, 07:00, 2026-03-29T00:59:59Z, 2026-03-29T01:00:00Z",
        // Both are skipped: there are no quiet hours in that night.
        "Europe/Belgrade, 02:10, 02:50, 2026-03-28T12:00:00Z, 2026-03-30T00:10:00Z",
        // From 03:00 back to 02:00: what the clocks show twice is quiet twice.
        "Europe/Belgrade, 22:00, 02:30, 2026-10-24T22:00:00Z, 2026-10-25T00:30:00Z",
        "Europe/Belgrade, 22:00, 02:30, 2026-10-25T00:30:00Z, 2026-10-25T01:00:00Z",
        "Europe/Belgrade, 22:00, 02:30, 2026-10-25T01:00:00Z, 2026-10-25T01:30:00Z",
        // Midnight itself is skipped.
        "America/Sao_Paulo, 21:00, 00:00, 2018-11-04T01:00:00Z, 2018-11-04T03:00:00Z",
        // By half an hour.
        "Australia/Lord_Howe, 22:00, 02:15, 2026-10-03T12:00:00Z, 2026-10-03T15:30:00Z",
        // A whole day.
        "Pacific/Apia, 22:00, 07:00, 2011-12-30T09:00:00Z, 2011-12-30T17:00:00Z"
    })
    void followTheClocksThroughTheirChanges(String zone, String from, String to, Instant at, Instant next) {
        assertThat(quiet(from, to).nextChange(at, ZoneId.of(zone))).isEqualTo(next);
    }

    @Test
    void needAnEndThatIsNotTheirBegin() {
        assertThatThrownBy(() -> quiet("22:00", "22:00"))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refused -> assertThat(refused.errors().get(0).field()).isEqualTo("quietHours"));
    }

    @Test
    void areBothTimesOrNone() {
        assertThat(QuietHours.chosen(Optional.empty(), Optional.empty())).isEmpty();
        assertThat(QuietHours.chosen(time("22:00"), time("07:00"))).contains(quiet("22:00", "07:00"));
        assertThatThrownBy(() -> QuietHours.chosen(time("22:00"), Optional.empty()))
                .isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(() -> QuietHours.chosen(Optional.empty(), time("07:00")))
                .isInstanceOf(Refusal.Invalid.class);
    }
}
