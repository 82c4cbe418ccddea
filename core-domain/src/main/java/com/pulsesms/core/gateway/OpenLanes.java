package com.pulsesms.core.gateway;

import com.pulsesms.core.campaign.SendingTimes;
import com.pulsesms.core.message.Lane;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which messages of an organization may leave at a moment: all of them, or only urgent ones while it is quiet.
 *
 * @param stretch the one in which all may leave, or the next
 */
record OpenLanes(SendingTimes.Open stretch, Instant now) {
    static OpenLanes at(Instant now, SendingTimes times) {
        return new OpenLanes(times.next(now), now);
    }

    boolean all() {
        return stretch.holds(now);
    }

    Set<Lane> lanes() {
        return all() ? Lane.ALL : EnumSet.of(Lane.URGENT);
    }

    /** When those may leave that may not now; empty if all may. */
    Optional<Instant> opens() {
        return all() ? Optional.empty() : Optional.of(stretch.from());
    }

    /** Until when messages of a lane that may leave now may; empty if there is no such time. */
    Optional<Instant> closes(Lane lane) {
        return switch (lane) {
            case URGENT -> Optional.empty();
            case NORMAL -> stretch.to();
        };
    }
}
