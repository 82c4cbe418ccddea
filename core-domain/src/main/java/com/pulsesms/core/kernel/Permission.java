package com.pulsesms.core.kernel;

import java.util.Arrays;
import java.util.Optional;

/** One thing that an {@link Actor} may do in an organization: roles and API-key scopes are sets of these. */
public enum Permission {
    ORGANIZATION_READ("organization:read"),
    ORGANIZATION_WRITE("organization:write"),
    API_KEYS_MANAGE("api-keys:manage"),
    CONTACTS_READ("contacts:read"),
    CONTACTS_WRITE("contacts:write"),
    DEVICES_READ("devices:read"),
    DEVICES_WRITE("devices:write"),
    CAMPAIGNS_READ("campaigns:read"),
    CAMPAIGNS_WRITE("campaigns:write"),
    MESSAGES_READ("messages:read"),
    MESSAGES_SEND("messages:send"),
    WEBHOOKS_MANAGE("webhooks:manage");

    private final String scope;

    Permission(String scope) {
        this.scope = scope;
    }

    /** The name under which an API key carries it, such as {@code messages:send}. */
    public String scope() {
        return scope;
    }

    public static Optional<Permission> ofScope(String scope) {
        return Arrays.stream(values()).filter(p -> p.scope.equals(scope)).findFirst();
    }
}
