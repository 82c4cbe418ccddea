package com.pulsesms.core.device;

import com.pulsesms.core.kernel.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A permission to pair one phone with an organization, shown as a QR code. The same installation may use it again while it
 * lives, so that an answer lost on the way locks nobody out.
 *
 * @param hash SHA-256 of the code that is shown
 * @param usedBy the installation that paired by it
 */
public record PairingCode(String hash, OrganizationId organization, Instant expiresAt, Optional<String> usedBy) {
    public static final Duration LIFE = Duration.ofMinutes(10);

    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    public boolean usableBy(String installation) {
        return usedBy.isEmpty() || usedBy.get().equals(installation);
    }

    public PairingCode used(String installation) {
        return new PairingCode(hash, organization, expiresAt, Optional.of(installation));
    }
}
