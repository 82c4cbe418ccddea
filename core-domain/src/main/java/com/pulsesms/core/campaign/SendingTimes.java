package com.pulsesms.core.campaign;

import java.time.Instant;
import java.util.Optional;

/** When an organization sends at all: what pauses it, such as quiet hours, lies between two of these stretches. */
@FunctionalInterface
public interface SendingTimes {
    /** The stretch that {@code at} lies in, cut to begin there, or else the next one. */
    Open next(Instant at);

    /**
     * A stretch of time in which messages leave.
     *
     * @param to its end, which is outside of it; empty for none
     */
    record Open(Instant from, Optional<Instant> to) {
        boolean holds(Instant at) {
            return !at.isBefore(from) && to.filter(end -> !at.isBefore(end)).isEmpty();
        }
    }

    static SendingTimes always() {
        return at -> new Open(at, Optional.empty());
    }
}
