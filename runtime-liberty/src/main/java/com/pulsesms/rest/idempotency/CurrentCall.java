package com.pulsesms.rest.idempotency;

import com.pulsesms.core.idempotency.CallKey;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The call that is being answered, if its caller may repeat it. */
@RequestScoped
public class CurrentCall {
    private @Nullable Marked marked;

    /** A call with the key of its caller. */
    record Marked(CallKey key, String fingerprint) {}

    void mark(CallKey key, String fingerprint) {
        marked = new Marked(key, fingerprint);
    }

    Optional<Marked> marked() {
        return Optional.ofNullable(marked);
    }
}
