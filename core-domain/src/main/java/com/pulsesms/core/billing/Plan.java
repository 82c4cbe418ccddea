package com.pulsesms.core.billing;

import java.util.OptionalLong;

/** What an account may use. The limits of all plans stand here and nowhere else. */
public enum Plan {
    FREE(OptionalLong.of(100)),
    PRO(OptionalLong.empty()),
    ENTERPRISE(OptionalLong.empty());

    private final OptionalLong messages;

    Plan(OptionalLong messages) {
        this.messages = messages;
    }

    /** How many messages in a calendar month (UTC), however many parts they take; empty if without limit. */
    public OptionalLong messages() {
        return messages;
    }
}
