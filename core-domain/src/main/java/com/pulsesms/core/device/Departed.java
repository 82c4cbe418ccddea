package com.pulsesms.core.device;

import java.time.Instant;

/**
 * How many parts left a device through one SIM in one stretch of time.
 *
 * @param grain how long the stretch is
 * @param begin where it begins
 */
public record Departed(Grain grain, Instant begin, SimParts parts) {
    /**
     * When all of it is outside of the span that ends then. A stretch that lies in it with its end only counts in full,
     * so that no stretch of that length holds more than is counted.
     */
    Instant leaves(Span span) {
        return grain.end(begin).plus(span.length());
    }
}
