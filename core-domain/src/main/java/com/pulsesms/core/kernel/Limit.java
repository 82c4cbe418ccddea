package com.pulsesms.core.kernel;

import java.time.Instant;
import java.util.Optional;

/**
 * The numbers of something that is limited.
 *
 * @param requested what was asked for
 * @param resetsAt when it begins anew, if it is limited in a span of time
 */
public record Limit(long limit, long used, long requested, Optional<Instant> resetsAt) {
    /**
     * Allows one more of something.
     *
     * @param what the plural of the thing
     * @throws Refusal.LimitReached {@code plan_limit_reached} if there are as many as there may be
     */
    public static void refuseOneMore(long limit, long used, String what) {
        if (used >= limit) {
            throw new Refusal.LimitReached(
                    "plan_limit_reached",
                    "The plan allows no more " + what + " (" + used + " of " + limit + ")",
                    new Limit(limit, used, 1, Optional.empty()));
        }
    }

    public long remaining() {
        return Math.max(0, limit - used);
    }
}
