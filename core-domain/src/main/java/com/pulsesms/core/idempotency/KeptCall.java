package com.pulsesms.core.idempotency;

import java.time.Instant;
import java.util.Optional;

/**
 * A call that was begun, and what was answered.
 *
 * @param fingerprint by which the same call is told from another one
 * @param answer as the adapter that answers writes it; empty while the call runs, and after it died
 */
public record KeptCall(CallKey key, String fingerprint, Instant openedAt, Optional<String> answer) {
    @Override
    public String toString() {
        return "KeptCall[" + key + ", answered=" + answer.isPresent() + "]";
    }
}
