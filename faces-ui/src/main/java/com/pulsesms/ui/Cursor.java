package com.pulsesms.ui;

import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Refusal;
import java.util.UUID;

/** Where a list begins, as it stands in a page's address. */
public final class Cursor {
    private Cursor() {}

    /** @throws Refusal.NotFound if the text is neither blank nor an id */
    public static PageRequest request(String after) {
        if (after.isBlank()) {
            return PageRequest.first();
        }
        try {
            return PageRequest.first().after(UUID.fromString(after));
        } catch (IllegalArgumentException e) {
            throw new Refusal.NotFound("No such page of the list");
        }
    }
}
