package com.pulsesms.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a chosen time means, in all time zones and above all around the changes of their clocks. */
class ScheduleLawsTest {
    private static final List<String> ZONES =
            ZoneId.getAvailableZoneIds().stream().sorted().toList();
    private static final LocalDateTime FROM = LocalDateTime.parse("1990-01-01T00:00");
    private static final long MINUTES = ChronoUnit.MINUTES.between(FROM, LocalDateTime.parse("2040-01-01T00:00"));

    @Provide
    Arbitrary<Schedule> schedules() {
        var anyTime = Arbitraries.longs().between(0, MINUTES).map(FROM::plusMinutes);
        var nearby = Arbitraries.longs().between(-180, 180);
        return Combinators.combine(
                        Arbitraries.of(ZONES).map(ZoneId::of), anyTime, Arbitraries.of(true, true, false), nearby)
                .as((zone, time, near, minutes) ->
                        Schedule.of(near ? besideAChange(zone, time).plusMinutes(minutes) : time, zone));
    }

    /** Before the next change of the zone's clocks after {@code time}, as they show it; that time if there is none. */
    private static LocalDateTime besideAChange(ZoneId zone, LocalDateTime time) {
        var change = zone.getRules().nextTransition(time.toInstant(ZoneOffset.UTC));
        return change == null ? time : change.getDateTimeBefore();
    }

    private static ZoneOffsetTransition change(Schedule schedule) {
        return schedule.zone().getRules().getTransition(schedule.at());
    }

    @Property(tries = 2_000)
    void isTheTimeThatTheClocksShowUnlessTheySkipIt(@ForAll("schedules") Schedule schedule) {
        var change = change(schedule);
        if (change == null || change.isOverlap()) {
            assertThat(schedule.shown()).isEqualTo(schedule.at());
            assertThat(schedule.adjusted()).isFalse();
        }
        assertThat(schedule.ambiguous()).isEqualTo(change != null && change.isOverlap());
    }

    @Property(tries = 2_000)
    void isMovedOnByWhatTheClocksSkip(@ForAll("schedules") Schedule schedule) {
        var change = change(schedule);
        if (change != null && change.isGap()) {
            assertThat(schedule.adjusted()).isTrue();
            assertThat(schedule.shown()).isEqualTo(schedule.at().plus(change.getDuration()));
            assertThat(schedule.offset()).isEqualTo(change.getOffsetAfter());
        }
    }

    @Property(tries = 2_000)
    void isTheEarlierOfTwoTimesThatTheClocksShowAlike(@ForAll("schedules") Schedule schedule) {
        var change = change(schedule);
        if (change != null && change.isOverlap()) {
            assertThat(schedule.offset()).isEqualTo(change.getOffsetBefore());
            assertThat(schedule.due()).isBefore(schedule.at().toInstant(change.getOffsetAfter()));
        }
    }

    @Property(tries = 2_000)
    void isNeverBeforeTheChosenTime(@ForAll("schedules") Schedule schedule) {
        assertThat(schedule.shown()).isAfterOrEqualTo(schedule.at());
    }

    @Property(tries = 2_000)
    void isTheMomentThatItsLocalTimeAndOffsetName(@ForAll("schedules") Schedule schedule) {
        assertThat(schedule.due()).isEqualTo(schedule.shown().toInstant(schedule.offset()));
        assertThat(Instant.from(schedule.shown().atOffset(schedule.offset()))).isEqualTo(schedule.due());
    }
}
