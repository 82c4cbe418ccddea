package com.pulsesms.core.kernel;

import java.util.UUID;

final class Ids {
    private Ids() {}

    static UUID parse(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal.NotFound("No such id: it must be a UUID");
        }
    }
}
