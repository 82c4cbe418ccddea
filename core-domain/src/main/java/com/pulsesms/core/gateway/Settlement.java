package com.pulsesms.core.gateway;

import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.News;
import com.pulsesms.core.message.MessageStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

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

    /** What is told of a message that comes from {@code before}. */
    Stream<News<MessageId>> news(MessageStatus before) {
        return status.newsSince(before).stream().map(type -> new News<>(type, id, at));
    }

    private static Settlement unsent(MessageId id, MessageStatus status, Instant at, Optional<String> failure) {
        return new Settlement(id, status, at, Optional.empty(), Optional.empty(), OptionalInt.of(0), failure);
    }
}
