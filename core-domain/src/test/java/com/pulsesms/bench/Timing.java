package com.pulsesms.bench;

import java.time.Duration;
import java.util.Arrays;

/** Durations that were measured of one thing, in nanoseconds. */
public final class Timing {
    private final long[] sorted;

    private Timing(long[] nanoseconds) {
        sorted = nanoseconds.clone();
        Arrays.sort(sorted);
    }

    public static Timing of(long... nanoseconds) {
        if (nanoseconds.length == 0) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        return new Timing(nanoseconds);
    }

    /** Runs it once. */
    public static long nanoseconds(Step step) throws Exception {
        var begin = System.nanoTime();
        step.run();
        return System.nanoTime() - begin;
    }

    /** What is measured. */
    @FunctionalInterface
    public interface Step {
        void run() throws Exception;
    }

    /** @param share of the measurements that took no longer, more than 0 to 1 */
    public Duration percentile(double share) {
        return Duration.ofNanos(sorted[(int) Math.ceil(share * sorted.length) - 1]);
    }

    public Duration median() {
        return percentile(0.5);
    }
}
