package com.pulsesms.core.organization;

import com.pulsesms.core.kernel.Refusal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The hours of each day in which messages wait that are not urgent. They go by what clocks show: as long as that is {@code
 * from} or later and before {@code to}, which may be on the next day, it is quiet. So they begin or end with the change of
 * the clocks where that skips one of these times, and again where it repeats one.
 *
 * @param from to the minute
 * @param to to the minute
 */
public record QuietHours(LocalTime from, LocalTime to) {
    private static final String FIELD = "quietHours";

    /** @throws Refusal.Invalid with field {@code quietHours} if they end when they begin */
    public QuietHours {
        from = from.truncatedTo(ChronoUnit.MINUTES);
        to = to.truncatedTo(ChronoUnit.MINUTES);
        if (from.equals(to)) {
            throw new Refusal.Invalid(FIELD, "Quiet hours can't end at the time at which they begin");
        }
    }

    /**
     * What a person chose: both, or neither for none.
     *
     * @throws Refusal.Invalid with field {@code quietHours}
     */
    public static Optional<QuietHours> chosen(Optional<LocalTime> from, Optional<LocalTime> to) {
        if (from.isPresent() != to.isPresent()) {
            throw new Refusal.Invalid(FIELD, "Quiet hours need both a begin and an end");
        }
        return from.flatMap(begin -> to.map(end -> new QuietHours(begin, end)));
    }

    /** Whether it is quiet where the clocks go by {@code zone}. */
    public boolean hold(Instant at, ZoneId zone) {
        var shown = LocalTime.ofInstant(at, zone);
        var begun = !shown.isBefore(from);
        var notOver = shown.isBefore(to);
        return from.isBefore(to) ? begun && notOver : begun || notOver;
    }

    /** When they next begin, or end if it is quiet, after {@code at}. */
    public Instant nextChange(Instant at, ZoneId zone) {
        var quiet = hold(at, zone);
        var since = at;
        while (true) {
            var offset = zone.getRules().getOffset(since);
            var next = next(quiet ? to : from, LocalDateTime.ofInstant(since, offset))
                    .toInstant(offset);
            var shift = zone.getRules().nextTransition(since);
            if (shift == null || next.isBefore(shift.getInstant())) {
                return next;
            }
            since = shift.getInstant();
            if (hold(since, zone) != quiet) {
                return since;
            }
        }
    }

    private static LocalDateTime next(LocalTime time, LocalDateTime after) {
        var sameDay = after.toLocalDate().atTime(time);
        return sameDay.isAfter(after) ? sameDay : sameDay.plusDays(1);
    }
}
