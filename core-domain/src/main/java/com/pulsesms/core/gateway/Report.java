package com.pulsesms.core.gateway;

import java.time.Instant;
import java.util.Optional;

/**
 * What a device tells of a message that it holds.
 *
 * @param seq the device's name for this report, by which we confirm or reject it
 * @param at when it happened, by the phone's clock
 * @param parts how many parts left the phone
 * @param code a short stable reason, such as {@code RESULT_ERROR_NO_SERVICE}
 * @param sim the slot of the SIM that it was tried through, if the phone tells
 */
public record Report(
        long seq, Claim claim, Told told, Instant at, int parts, Optional<String> code, Optional<Integer> sim) {
    public Report(long seq, Claim claim, Told told, Instant at, int parts, Optional<String> code) {
        this(seq, claim, told, at, parts, code, Optional.empty());
    }

    /** What may be told. */
    public enum Told {
        SENT,
        DELIVERED,
        UNDELIVERED,
        FAILED,
        /** The phone died between marking and result, or no result came. */
        UNKNOWN,
        /** The phone will not send it, and nothing of it left. */
        RETURNED,
        /** Its time was over before the phone could send it. */
        EXPIRED
    }
}
