package com.pulsesms.core.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of quiet hours, in all time zones and above all around the changes of their clocks. */
class QuietHoursLawsTest {
    private static final List<String> ZONES =
            ZoneId.getAvailableZoneIds().stream().sorted().toList();
    private static final List<String> DIFFICULT = List.of(
            "Europe/Belgrade",
            "America/Sao_Paulo",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "Asia/Gaza",
            "Africa/Casablanca",
            "Antarctica/Troll");
    private static final Instant FROM = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2040-01-01T00:00:00Z");

    /** Some hours, seen at some moment somewhere. */
    record Case(QuietHours hours, ZoneId zone, Instant at) {
        boolean quiet(Instant time) {
            return hours.hold(time, zone);
        }

        Instant change() {
            return hours.nextChange(at, zone);
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        var zones = Arbitraries.oneOf(Arbitraries.of(ZONES), Arbitraries.of(DIFFICULT))
                .map(ZoneId::of);
        var times = Arbitraries.longs()
                .between(FROM.getEpochSecond(), TO.getEpochSecond())
                .map(Instant::ofEpochSecond);
        var beside = Arbitraries.integers().between(-26 * 60, 120);
        return Combinators.combine(zones, times, Arbitraries.of(true, true, false), beside, hours())
                .as((zone, time, near, minutes, hours) ->
                        new Case(hours, zone, near ? change(zone, time).plus(Duration.ofMinutes(minutes)) : time));
    }

    private static Instant change(ZoneId zone, Instant time) {
        var change = zone.getRules().nextTransition(time);
        return change == null ? time : change.getInstant();
    }

    private static Arbitrary<QuietHours> hours() {
        var minutes = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 1439),
                Arbitraries.integers().between(0, 36).map(n -> n * 5));
        return Combinators.combine(minutes, minutes)
                .as((from, to) -> new QuietHours(time(from), time(from.equals(to) ? (to + 1) % 1440 : to)));
    }

    private static LocalTime time(int minute) {
        return LocalTime.ofSecondOfDay(60L * minute);
    }

    @Property(tries = 3_000)
    void aStretchIsQuietThroughoutOrNotAtAll(@ForAll("cases") Case some) {
        var quiet = some.quiet(some.at());

        for (var time = some.at(); time.isBefore(some.change()); time = time.plusSeconds(60)) {
            assertThat(some.quiet(time)).as("%s", time).isEqualTo(quiet);
        }
        assertThat(some.quiet(some.change().minusNanos(1))).isEqualTo(quiet);
    }

    @Property(tries = 3_000)
    void stretchesAlternate(@ForAll("cases") Case some) {
        assertThat(some.change()).isAfter(some.at());
        assertThat(some.quiet(some.change())).isNotEqualTo(some.quiet(some.at()));
    }

    @Property(tries = 3_000)
    void noStretchLastsTwoDays(@ForAll("cases") Case some) {
        assertThat(Duration.between(some.at(), some.change())).isLessThan(Duration.ofHours(50));
    }

    @Property(tries = 1_000)
    void itIsQuietAsOftenAsTheClocksSay(@ForAll("cases") Case some) {
        var shown = LocalTime.ofInstant(some.at(), some.zone());
        var sinceBegin = Math.floorMod(shown.toNanoOfDay() - some.hours().from().toNanoOfDay(), 86_400_000_000_000L);
        var length = Math.floorMod(
                some.hours().to().toNanoOfDay() - some.hours().from().toNanoOfDay(), 86_400_000_000_000L);

        assertThat(some.quiet(some.at())).isEqualTo(sinceBegin < length);
    }
}
