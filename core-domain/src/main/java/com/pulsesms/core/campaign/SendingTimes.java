package com.pulsesms.core.campaign;

import com.pulsesms.core.organization.Organization;
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
        public boolean holds(Instant at) {
            return !at.isBefore(from) && to.filter(end -> !at.isBefore(end)).isEmpty();
        }
    }

    /** An organization's: all but its quiet hours. */
    static SendingTimes of(Organization organization) {
        var zone = organization.zone();
        return organization
                .quietHours()
                .<SendingTimes>map(quiet -> at -> {
                    var from = quiet.hold(at, zone) ? quiet.nextChange(at, zone) : at;
                    return new Open(from, Optional.of(quiet.nextChange(from, zone)));
                })
                .orElseGet(SendingTimes::always);
    }

    static SendingTimes always() {
        return at -> new Open(at, Optional.empty());
    }
}
