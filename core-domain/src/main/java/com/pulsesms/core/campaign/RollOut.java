package com.pulsesms.core.campaign;

import com.pulsesms.core.kernel.MessageId;
import java.util.Optional;

/**
 * How far a pause, a resumption or a cancellation has reached the campaign's messages, from the newest to the oldest: the
 * cursor that lets any node go on where another stopped.
 *
 * @param before the last message that was looked at
 */
public record RollOut(Optional<MessageId> before) {
    public static final RollOut BEGIN = new RollOut(Optional.empty());

    public RollOut past(MessageId message) {
        return new RollOut(Optional.of(message));
    }
}
