package com.pulsesms.core.campaign;

import com.pulsesms.core.device.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * How many parts a device sends in each minute from now on, if it always has some to send: as many as its caps leave room
 * for. Spread evenly over their minutes, they keep to the caps in any stretch of time.
 */
final class Course {
    private final int perMinute;
    private final List<Window> windows = new ArrayList<>();

    Course(Capacity capacity, Instant now) {
        this.perMinute = capacity.perMinute();
        for (var limit : capacity.limits()) {
            for (var span : List.of(Span.HOUR, Span.DAY)) {
                limit.cap().of(span).ifPresent(cap -> windows.add(new Window(span, cap, limit, now)));
            }
        }
    }

    /** The minutes of one span, and what left in them. */
    private static final class Window {
        private final long minutes;
        private final Deque<Sent> sent = new ArrayDeque<>();
        private long room;

        private Window(Span span, int cap, Capacity.Limit limit, Instant now) {
            this.minutes = span.length().toMinutes();
            this.room = cap;
            limit.left().stream()
                    .filter(some -> some.grain() == span.grain())
                    .forEach(some -> add(
                            minuteOf(some.grain().end(some.begin()), now),
                            some.parts().parts()));
        }

        private record Sent(long minute, long parts) {}

        /** The last one in which what ended at {@code end} may have left; the minutes count from now. */
        private static long minuteOf(Instant end, Instant now) {
            var passed = Duration.between(now, end).minusNanos(1).toSeconds();
            return Math.min(-1, Math.floorDiv(passed, 60L));
        }

        private void add(long minute, long parts) {
            sent.add(new Sent(minute, parts));
            room -= parts;
        }

        private long room(long minute) {
            while (!sent.isEmpty() && sent.peek().minute() <= minute - minutes) {
                room += sent.remove().parts();
            }
            return Math.max(0, room);
        }
    }

    /** @param minute later than the one asked for before */
    long send(long minute) {
        var parts = windows.stream().mapToLong(window -> window.room(minute)).reduce(perMinute, Math::min);
        if (parts > 0) {
            windows.forEach(window -> window.add(minute, parts));
        }
        return parts;
    }
}
