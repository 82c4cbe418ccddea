package com.pulsesms.core.message;

import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.ContactId;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.PhoneNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * One text to one number. It is queued by a person, a program or a campaign, handed to a device that asks, and ends as
 * what that device, or its silence, tells. Its status moves as {@link MessageStatus} allows, set-based in the stores.
 *
 * @param text as it is or will be sent; a campaign's message has none until a device is handed it
 * @param failure a short stable reason for a bad end, such as {@code RESULT_ERROR_NO_SERVICE}
 * @param device who holds or held it
 * @param parts how many SMS it takes, or took
 */
public record Message(
        MessageId id,
        OrganizationId organization,
        Origin origin,
        PhoneNumber to,
        Optional<String> text,
        Lane lane,
        Route route,
        Optional<Instant> deadline,
        MessageStatus status,
        Optional<String> failure,
        Optional<DeviceId> device,
        int parts,
        Times times) {

    /** Where it comes from: both are empty for a single message. */
    public record Origin(Optional<CampaignId> campaign, Optional<ContactId> contact) {
        public static final Origin SINGLE = new Origin(Optional.empty(), Optional.empty());
    }

    /**
     * When what happened to it.
     *
     * @param sentAt when it left, by the phone's word
     * @param deliveredAt when the carrier confirmed it, by the phone's word
     * @param changedAt when its status last changed here
     */
    public record Times(
            Instant createdAt, Optional<Instant> sentAt, Optional<Instant> deliveredAt, Instant changedAt) {}

    @Override
    public String toString() {
        return "Message[" + id + " " + status + "]";
    }
}
