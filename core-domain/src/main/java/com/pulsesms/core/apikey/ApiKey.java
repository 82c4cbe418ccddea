package com.pulsesms.core.apikey;

import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.ApiKeyId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.kernel.Text;
import com.pulsesms.core.kernel.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * By what a program is known in one organization. A person makes it, sees its secret once, and revokes it; after that, or once
 * it has expired, it opens nothing.
 *
 * @param prefix the first characters of the secret, by which a person tells keys apart
 * @param hash SHA-256 of the secret, all that is kept of it
 * @param scopes what the program may do
 * @param expiresAt when it opens nothing any more by itself; never if empty
 * @param lastUsedAt to a few minutes
 */
public record ApiKey(
        ApiKeyId id,
        OrganizationId organization,
        String name,
        String prefix,
        String hash,
        Set<Permission> scopes,
        UserId createdBy,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt,
        int revision) {
    public ApiKey {
        name = Text.name("name", name);
        scopes = Set.copyOf(scopes);
    }

    /** Whether it opens anything. */
    public boolean live(Instant now) {
        return revokedAt.isEmpty() && !expired(now);
    }

    public boolean expired(Instant now) {
        return expiresAt.filter(end -> !end.isAfter(now)).isPresent();
    }

    public ApiKey revoked(Instant now) {
        return new ApiKey(
                id,
                organization,
                name,
                prefix,
                hash,
                scopes,
                createdBy,
                createdAt,
                expiresAt,
                lastUsedAt,
                Optional.of(revokedAt.orElse(now)),
                revision);
    }

    public Actor actor() {
        return new Actor(new Actor.Key(id), organization, scopes);
    }
}
