package com.pulsesms.core.billing;

import java.util.OptionalLong;

/** What an account may use. The limits of all plans stand here and nowhere else; what is empty is without limit. */
public enum Plan {
    FREE(limit(100), limit(1), limit(1)),
    PRO(OptionalLong.empty(), limit(5), OptionalLong.empty()),
    ENTERPRISE(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

    private final OptionalLong messages;
    private final OptionalLong organizations;
    private final OptionalLong apiKeys;

    Plan(OptionalLong messages, OptionalLong organizations, OptionalLong apiKeys) {
        this.messages = messages;
        this.organizations = organizations;
        this.apiKeys = apiKeys;
    }

    private static OptionalLong limit(long most) {
        return OptionalLong.of(most);
    }

    /** How many messages in a calendar month (UTC), however many parts they take. */
    public OptionalLong messages() {
        return messages;
    }

    /** How many organizations a person may own. */
    public OptionalLong organizations() {
        return organizations;
    }

    /** How many API keys that are not revoked an organization may have. */
    public OptionalLong apiKeys() {
        return apiKeys;
    }
}
