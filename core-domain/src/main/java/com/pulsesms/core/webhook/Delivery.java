package com.pulsesms.core.webhook;

import com.pulsesms.core.kernel.DeliveryId;
import com.pulsesms.core.kernel.EndpointId;
import java.time.Instant;
import java.util.Optional;

/**
 * One event on its way to one endpoint. It is made with its event, is tried as the {@link RetrySchedule} says, and ends
 * delivered or failed; a person may have it begin anew.
 *
 * @param attempts how many were made since it last began
 * @param dueAt when it is tried next; while it is being tried, when it would be tried again if that is never told
 */
public record Delivery(
        DeliveryId id, EndpointId endpoint, Event event, DeliveryState state, int attempts, Optional<Instant> dueAt) {
    static Delivery of(DeliveryId id, EndpointId endpoint, Event event, Instant now) {
        return new Delivery(id, endpoint, event, DeliveryState.PENDING, 0, Optional.of(now));
    }

    public EndpointRef to() {
        return new EndpointRef(event.organization(), endpoint);
    }
}
