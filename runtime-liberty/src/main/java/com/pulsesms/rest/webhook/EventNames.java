package com.pulsesms.rest.webhook;

import com.pulsesms.core.kernel.EventType;
import com.pulsesms.core.kernel.Refusal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Events as callers name them. */
final class EventNames {
    private EventNames() {}

    /** @throws Refusal.Invalid with field {@code events} */
    static Set<EventType> choosable(List<String> names) {
        return names.stream()
                .map(name -> EventType.ofText(name)
                        .filter(EventType::choosable)
                        .orElseThrow(() -> new Refusal.Invalid("events", "There is no event " + name)))
                .collect(Collectors.toSet());
    }

    /** @throws Refusal.Invalid with field {@code event} */
    static EventType any(String name) {
        return EventType.ofText(name).orElseThrow(() -> new Refusal.Invalid("event", "There is no event " + name));
    }
}
