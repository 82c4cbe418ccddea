package com.pulsesms.core.kernel;

import java.util.Set;

/**
 * Who asks, in which organization, and what they may do there. Adapters authenticate and make one; use cases refuse.
 *
 * @param who a person or an API key
 * @param organization the one organization whose data this actor can reach
 * @param permissions what the role, or the key's scopes, allow
 */
public record Actor(Who who, OrganizationId organization, Set<Permission> permissions) {
    public Actor {
        permissions = Set.copyOf(permissions);
    }

    /** A person who signed in, or a program with a key. */
    public sealed interface Who {}

    public record Person(UserId user) implements Who {}

    public record Key(ApiKeyId key) implements Who {}

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** @throws Refusal.Forbidden if this actor may not */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw new Refusal.Forbidden("This needs the permission " + permission.scope());
        }
    }

    /**
     * The person behind this actor.
     *
     * @throws Refusal.Forbidden if it is an API key
     */
    public UserId person() {
        if (who instanceof Person p) {
            return p.user();
        }
        throw new Refusal.Forbidden("Only a signed-in person can do this, an API key can't");
    }
}
