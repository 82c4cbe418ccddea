package com.pulsesms.core.kernel;

import java.util.UUID;

public record EventId(UUID value) {
    /**
     * Reads an id as it stands in an address or a document.
     *
     * @throws Refusal.NotFound if the text is no id: what can't exist is not there
     */
    public static EventId parse(String text) {
        return new EventId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
