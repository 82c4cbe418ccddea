package com.pulsesms.core.webhook;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a receiver answered.
 *
 * @param status the HTTP status, or empty if there was no answer
 * @param head the first lines of the answer, without its body
 * @param problem why there was no answer, for people
 * @param took from the begin of the request to the end of the answer
 */
public record Answer(OptionalInt status, String head, Optional<String> problem, Duration took) {
    private static final int GONE = 410;

    public static Answer of(int status, String head, Duration took) {
        return new Answer(OptionalInt.of(status), head, Optional.empty(), took);
    }

    public static Answer none(String problem, Duration took) {
        return new Answer(OptionalInt.empty(), "", Optional.of(problem), took);
    }

    /** Whether the receiver has the event now. */
    public boolean success() {
        return status.isPresent() && status.getAsInt() / 100 == 2;
    }

    /** Whether the receiver wants nothing more. */
    boolean gone() {
        return status.isPresent() && status.getAsInt() == GONE;
    }
}
