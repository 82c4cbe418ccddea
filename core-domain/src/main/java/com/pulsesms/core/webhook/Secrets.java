package com.pulsesms.core.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * By what requests to one endpoint are signed, encrypted by the {@link com.pulsesms.core.kernel.Vault}. When a secret is
 * replaced, the one before it goes on signing beside it for a day, so that the receiver may change over when it likes.
 */
public record Secrets(String current, Optional<Replaced> replaced) {
    /** How long a replaced secret goes on signing. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    /** A secret that had a successor. */
    public record Replaced(String secret, Instant until) {}

    public static Secrets first(String secret) {
        return new Secrets(secret, Optional.empty());
    }

    Secrets replacedBy(String secret, Instant now) {
        return new Secrets(secret, Optional.of(new Replaced(current, now.plus(OVERLAP))));
    }

    /** Those that sign now, the newest first. */
    public List<String> live(Instant now) {
        var before = replaced.filter(one -> one.until().isAfter(now)).map(Replaced::secret);
        return Stream.concat(Stream.of(current), before.stream()).toList();
    }

    @Override
    public String toString() {
        return "…";
    }
}
