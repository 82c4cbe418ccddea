package com.pulsesms.core.campaign;

import java.time.Instant;
import java.util.Optional;

/**
 * When a campaign will have left, as far as anybody can tell now.
 *
 * @param finish the moment, or empty for a {@code reason}
 * @param waitsUntil when the organization's quiet hours end, which hold it back now
 */
public record Prediction(Optional<Instant> finish, Optional<Reason> reason, Optional<Instant> waitsUntil) {
    /** Why nobody can tell. */
    public enum Reason {
        /** None that may take its messages is connected and able to send. */
        NO_DEVICE_CAN_SEND_NOW,
        /** How many messages it has is not known yet. */
        MESSAGES_ARE_BEING_MADE,
        /** Later than {@link SendingPlan#HORIZON}. */
        MORE_THAN_90_DAYS
    }

    static Prediction at(Optional<Instant> finish) {
        return finish.isPresent()
                ? new Prediction(finish, Optional.empty(), Optional.empty())
                : without(Reason.MORE_THAN_90_DAYS);
    }

    static Prediction without(Reason reason) {
        return new Prediction(Optional.empty(), Optional.of(reason), Optional.empty());
    }

    Prediction waiting(SendingTimes times, Instant now) {
        var next = times.next(now).from();
        return new Prediction(finish, reason, next.isAfter(now) ? Optional.of(next) : Optional.empty());
    }
}
