package com.pulsesms.core.kernel;

import java.util.UUID;

public record EndpointId(UUID value) {
    /**
     * Reads an id as it stands in an address or a document.
     *
     * @throws Refusal.NotFound if the text is no id: what can't exist is not there
     */
    public static EndpointId parse(String text) {
        return new EndpointId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
