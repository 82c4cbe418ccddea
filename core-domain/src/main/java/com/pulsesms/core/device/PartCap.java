package com.pulsesms.core.device;

import com.pulsesms.core.kernel.Refusal;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The most parts that may leave in any minute, hour and day: a long text leaves as several parts. Empty is "no such cap".
 */
public record PartCap(OptionalInt partsPerMinute, OptionalInt partsPerHour, OptionalInt partsPerDay) {
    public static final PartCap NONE = new PartCap(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    /** The longest text, so that every text fits under every cap. */
    public static final int LEAST = 10;

    public PartCap {
        check(Span.MINUTE, partsPerMinute);
        check(Span.HOUR, partsPerHour);
        check(Span.DAY, partsPerDay);
    }

    private static void check(Span span, OptionalInt cap) {
        if (cap.isPresent() && (cap.getAsInt() < LEAST || cap.getAsInt() > span.most())) {
            throw new Refusal.Invalid(
                    span.field(),
                    "A pace is " + LEAST + " to " + span.most() + " parts in any " + span.noun() + ", or unlimited");
        }
    }

    public static PartCap perMinute(int parts) {
        return NONE.with(Map.of(Span.MINUTE, OptionalInt.of(parts)));
    }

    public OptionalInt of(Span span) {
        return switch (span) {
            case MINUTE -> partsPerMinute;
            case HOUR -> partsPerHour;
            case DAY -> partsPerDay;
        };
    }

    public boolean unlimited() {
        return equals(NONE);
    }

    /** Each span with its cap. */
    public Map<Span, OptionalInt> all() {
        return Arrays.stream(Span.values()).collect(Collectors.toMap(span -> span, this::of));
    }

    /** With these caps in place of its own; what is not named stays. */
    public PartCap with(Map<Span, OptionalInt> changes) {
        return new PartCap(
                changes.getOrDefault(Span.MINUTE, partsPerMinute),
                changes.getOrDefault(Span.HOUR, partsPerHour),
                changes.getOrDefault(Span.DAY, partsPerDay));
    }
}
