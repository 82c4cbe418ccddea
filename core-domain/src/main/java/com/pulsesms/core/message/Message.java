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
 * @param cancelAsked whether a person wants it back from the device that accepted it
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
        Times times,
        boolean cancelAsked) {

    /**
     * Where it comes from: all are empty for a single message.
     *
     * @param resendOf the message that was first to be sent, if this one was made because that one failed
     */
    public record Origin(Optional<CampaignId> campaign, Optional<ContactId> contact, Optional<MessageId> resendOf) {
        public static final Origin SINGLE = new Origin(Optional.empty(), Optional.empty(), Optional.empty());

        public static Origin of(CampaignId campaign, ContactId contact) {
            return new Origin(Optional.of(campaign), Optional.of(contact), Optional.empty());
        }

        public static Origin resendOf(MessageId original) {
            return new Origin(Optional.empty(), Optional.empty(), Optional.of(original));
        }
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

    /** A new message with the text of this one, to be sent as the first one was to be; without its deadline. */
    public Message again(MessageId newId, MessageId original, Instant now) {
        return new Message(
                newId,
                organization,
                Origin.resendOf(original),
                to,
                text,
                lane,
                route,
                Optional.empty(),
                MessageStatus.QUEUED,
                Optional.empty(),
                Optional.empty(),
                text.map(Segments::of).map(Segments::parts).orElse(1),
                new Times(now, Optional.empty(), Optional.empty(), now),
                false);
    }

    @Override
    public String toString() {
        return "Message[" + id + " " + status + "]";
    }
}
