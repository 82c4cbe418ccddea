package com.pulsesms.core.device;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What counts against a device's pace at one moment. What it holds may leave at any time, and what left counts until
 * every stretch of time in which it may have left is over: so whatever it sends of what it holds, no span ever holds more
 * than its cap, if what it holds and what left fit under the cap together.
 *
 * @param held the parts that it was handed and has not told of
 * @param left what it told of, for as long as the pace's spans look back, by stretches and the oldest first
 */
public record PaceUse(Pace pace, List<SimParts> held, List<Departed> left, Instant now) {
    /** The room where nothing is capped. */
    public static final int NO_END = Integer.MAX_VALUE;

    /** How many more parts the device may be handed, or one SIM of it. */
    public int room(Optional<Integer> sim) {
        return Arrays.stream(Span.values())
                .mapToInt(span -> room(sim, span))
                .min()
                .orElse(NO_END);
    }

    private int room(Optional<Integer> sim, Span span) {
        var cap = pace.of(sim).of(span);
        if (cap.isEmpty()) {
            return NO_END;
        }
        var gone = counted(sim, span).mapToInt(some -> some.parts().parts()).sum();
        return Math.max(0, cap.getAsInt() - heldBy(sim) - gone);
    }

    /**
     * When there is room for so many parts if nothing is handed over meanwhile and what is held leaves later: {@link #now}
     * if there is now, and empty if time alone makes none.
     */
    public Optional<Instant> opens(Optional<Integer> sim, int parts) {
        var latest = now;
        for (var span : Span.values()) {
            var cap = pace.of(sim).of(span);
            if (cap.isPresent()) {
                var opens = opens(sim, span, cap.getAsInt() - parts - heldBy(sim));
                if (opens.isEmpty()) {
                    return Optional.empty();
                }
                latest = opens.get().isAfter(latest) ? opens.get() : latest;
            }
        }
        return Optional.of(latest);
    }

    /** When no more than {@code most} parts are left in the span. */
    private Optional<Instant> opens(Optional<Integer> sim, Span span, int most) {
        var counted = counted(sim, span).toList();
        var parts = counted.stream().mapToInt(some -> some.parts().parts()).sum();
        var opens = now;
        for (var oldest : counted) {
            if (parts <= most) {
                break;
            }
            parts -= oldest.parts().parts();
            opens = oldest.leaves(span);
        }
        return parts <= most ? Optional.of(opens) : Optional.empty();
    }

    private int heldBy(Optional<Integer> sim) {
        return held.stream()
                .filter(some -> counts(sim, some))
                .mapToInt(SimParts::parts)
                .sum();
    }

    private Stream<Departed> counted(Optional<Integer> sim, Span span) {
        return left.stream()
                .filter(some ->
                        some.grain() == span.grain() && some.leaves(span).isAfter(now))
                .filter(some -> counts(sim, some.parts()));
    }

    private static boolean counts(Optional<Integer> sim, SimParts parts) {
        return sim.isEmpty() || parts.through(sim.get());
    }
}
