package com.pulsesms.ui.webhook;

import com.pulsesms.core.kernel.EventType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The events that people choose from, by the names that programs know them by. */
@Named
@ApplicationScoped
public class EventChoices {
    private final List<String> choosable = Arrays.stream(EventType.values())
            .filter(EventType::choosable)
            .map(EventType::text)
            .toList();

    private final List<String> all =
            Arrays.stream(EventType.values()).map(EventType::text).toList();

    public List<String> getChoosable() {
        return choosable;
    }

    /** With the test event. */
    public List<String> getAll() {
        return all;
    }

    /** In the order in which they are chosen from. */
    public String listed(Collection<EventType> events) {
        return events.stream().sorted().map(EventType::text).collect(Collectors.joining(", "));
    }

    static Set<EventType> of(List<String> names) {
        return names.stream().flatMap(name -> EventType.ofText(name).stream()).collect(Collectors.toSet());
    }
}
