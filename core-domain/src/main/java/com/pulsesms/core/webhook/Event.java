package com.pulsesms.core.webhook;

import com.pulsesms.core.kernel.EventId;
import com.pulsesms.core.kernel.EventType;
import com.pulsesms.core.kernel.OrganizationId;
import java.time.Instant;

/**
 * That something happened, in the words in which it is told: they never change, however often it is delivered.
 *
 * @param body what is sent
 */
public record Event(EventId id, OrganizationId organization, EventType type, Instant at, String body) {
    @Override
    public String toString() {
        return "Event[" + id + " " + type + "]";
    }
}
