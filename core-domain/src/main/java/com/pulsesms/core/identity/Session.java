package com.pulsesms.core.identity;

import com.pulsesms.core.kernel.SessionId;
import com.pulsesms.core.kernel.UserId;
import java.time.Instant;
import java.util.Optional;

/** A person's sign-in on one browser, until it expires or is revoked. */
public record Session(SessionId id, UserId user, Instant createdAt, Instant expiresAt, Optional<Instant> revokedAt) {
    public boolean live(Instant now) {
        return revokedAt.isEmpty() && now.isBefore(expiresAt);
    }
}
