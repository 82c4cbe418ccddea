package com.pulsesms.gateway.engine;

/** What the phone reports of a claim. Within one claim only a status of higher rank replaces another. */
public enum Status {
    RETURNED(1),
    EXPIRED(1),
    UNKNOWN(2),
    SENT(3),
    FAILED(3),
    DELIVERED(4),
    UNDELIVERED(4);

    private final int rank;

    Status(int rank) {
        this.rank = rank;
    }

    /** Whether a claim that stands at {@code current} (or null) may be raised to this one. */
    boolean raises(Status current) {
        if (current == null) {
            return true;
        }
        // A failure is final, and what was never started can't leave later.
        return rank > current.rank && current != FAILED && current != RETURNED && current != EXPIRED;
    }
}
