package com.pulsesms.core.webhook;

import com.pulsesms.core.kernel.DrivenPort;
import com.pulsesms.core.kernel.EventId;
import com.pulsesms.core.kernel.EventType;
import com.pulsesms.core.kernel.OrganizationId;
import java.time.Instant;

/** Puts events into the words that other systems understand. */
@DrivenPort
public interface EventBodies {
    /** A JSON object with {@code id}, {@code type}, {@code timestamp}, {@code organizationId} and {@code data}. */
    String write(Telling telling);

    /** An event that has no words yet. */
    record Telling(EventId id, OrganizationId organization, EventType type, Instant at, About about) {
        Event in(String body) {
            return new Event(id, organization, type, at, body);
        }
    }
}
