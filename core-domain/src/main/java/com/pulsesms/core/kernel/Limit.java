package com.pulsesms.core.kernel;

import java.time.Instant;

/**
 * The numbers of something that is limited in a span of time.
 *
 * @param requested what was asked for
 * @param resetsAt when the next span begins
 */
public record Limit(long limit, long used, long requested, Instant resetsAt) {
    public long remaining() {
        return Math.max(0, limit - used);
    }
}
