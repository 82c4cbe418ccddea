package com.pulsesms.core.campaign;

import com.pulsesms.core.device.Departed;
import com.pulsesms.core.device.PartCap;
import com.pulsesms.core.device.Span;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * How fast one device can send from now on.
 *
 * @param limits its caps and those of the SIM that must be used; each holds
 * @param measured parts a minute, where it is not capped but known to be no faster
 */
public record Capacity(List<Limit> limits, OptionalInt measured) {
    public Capacity {
        limits = List.copyOf(limits);
    }

    /**
     * Caps with what counts against them already.
     *
     * @param left what left in the last hour and day, by minutes
     */
    public record Limit(PartCap cap, List<Departed> left) {
        public Limit {
            left = List.copyOf(left);
        }
    }

    public static Capacity of(PartCap cap) {
        return new Capacity(List.of(new Limit(cap, List.of())), OptionalInt.empty());
    }

    /** Whether nothing is known that would hold it up. */
    boolean endless() {
        return measured.isEmpty()
                && limits.stream().allMatch(limit -> limit.cap().unlimited());
    }

    /** Parts in any one minute. */
    int perMinute() {
        return Math.min(
                measured.orElse(Integer.MAX_VALUE),
                limits.stream()
                        .flatMapToInt(limit ->
                                Arrays.stream(Span.values()).flatMapToInt(span -> limit.cap().of(span).stream()))
                        .min()
                        .orElse(Integer.MAX_VALUE));
    }
}
