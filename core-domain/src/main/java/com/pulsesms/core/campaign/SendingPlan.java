package com.pulsesms.core.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When so many parts will have left, if each device sends as fast as its pace allows from now on. It counts by minutes: one
 * that begins within a pause is passed over, and in each other one what leaves is spread evenly.
 */
public final class SendingPlan {
    /** It looks no further ahead. */
    public static final Duration HORIZON = Duration.ofDays(90);

    private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

    private final List<Capacity> capacities;
    private final SendingTimes times;
    private final Instant now;

    public SendingPlan(List<Capacity> capacities, SendingTimes times, Instant now) {
        this.capacities = List.copyOf(capacities);
        this.times = times;
        this.now = now;
    }

    /** Empty if that is beyond the {@link #HORIZON}, as it is without any device. */
    public Optional<Instant> finish(long parts) {
        if (parts <= 0) {
            return Optional.of(now);
        }
        if (capacities.stream().anyMatch(Capacity::endless)) {
            return Optional.of(times.next(now).from()).filter(this::near);
        }
        var courses =
                capacities.stream().map(capacity -> new Course(capacity, now)).toList();
        var left = parts;
        for (var minute = openMinute(0); near(begin(minute)); minute = openMinute(minute + 1)) {
            var at = minute;
            var sent = courses.stream().mapToLong(course -> course.send(at)).sum();
            if (sent >= left) {
                return Optional.of(begin(minute).plusNanos(MINUTE_NANOS * left / sent));
            }
            left -= sent;
        }
        return Optional.empty();
    }

    private boolean near(Instant time) {
        return !capacities.isEmpty() && time.isBefore(now.plus(HORIZON));
    }

    private Instant begin(long minute) {
        return now.plusNanos(MINUTE_NANOS * minute);
    }

    /** The first minute from this one on that does not begin within a pause; too far ahead, any. */
    private long openMinute(long from) {
        var minute = from;
        while (near(begin(minute))) {
            var open = times.next(begin(minute));
            if (open.holds(begin(minute))) {
                return minute;
            }
            var wait = Duration.between(now, open.from());
            minute = Math.max(minute + 1, wait.plusNanos(MINUTE_NANOS - 1).toMinutes());
        }
        return minute;
    }
}
