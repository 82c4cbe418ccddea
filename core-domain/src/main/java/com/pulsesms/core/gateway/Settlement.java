package com.pulsesms.core.gateway;

import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.message.MessageStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A message's next status with what is known about it.
 *
 * @param at when the change happened here
 * @param sentAt when it left; one known earlier stays
 * @param deliveredAt when the delivery was confirmed
 * @param parts how many parts left, or empty to leave the number as it is
 */
public record Settlement(
        MessageId id,
        MessageStatus status,
        Instant at,
        Optional<Instant> sentAt,
        Optional<Instant> deliveredAt,
        OptionalInt parts,
        Optional<String> failure) {
    /** An end without anything having left. */
    static Settlement unsent(MessageId id, MessageStatus status, Instant at, String failure) {
        return unsent(id, status, at, Optional.of(failure));
    }

    /** A person called it back before anything left. */
    public static Settlement canceled(MessageId id, Instant at) {
        return unsent(id, MessageStatus.CANCELED, at, Optional.empty());
    }

    private static Settlement unsent(MessageId id, MessageStatus status, Instant at, Optional<String> failure) {
        return new Settlement(id, status, at, Optional.empty(), Optional.empty(), OptionalInt.of(0), failure);
    }
}
