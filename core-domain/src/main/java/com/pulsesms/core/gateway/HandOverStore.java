package com.pulsesms.core.gateway;

import com.pulsesms.core.device.SimParts;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.DrivenPort;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.message.Lane;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The rows behind the hand-over. Every method runs inside the caller's transaction; what it locks stays locked until that
 * ends. Two transactions never claim the same message, and neither waits for the other.
 */
@DrivenPort
public interface HandOverStore {
    /**
     * What the device was handed and has not accepted of the lanes wished for, in the order of ids, under the claims it
     * has; renews their leases. Messages of campaigns that are {@linkplain com.pulsesms.core.campaign.CampaignStatus#stopped stopped} are left out.
     * Their wording is {@link Wording.Written} or {@link Wording.OptedOut}.
     */
    List<Claimed> reoffer(OrganizationId organization, Wish wish, Instant leaseUntil);

    /**
     * Marks QUEUED messages that may leave through the device DISPATCHED to it, each under its next claim number, and of
     * no other lanes than those wished for: urgent ones first, older ones first as far as that costs nothing. Messages that another transaction is claiming are
     * passed over, and so are those that are held or must leave through a SIM that is full.
     */
    List<Claimed> claim(OrganizationId organization, Wish wish, Instant now, Instant leaseUntil);

    /**
     * What a device wants.
     *
     * @param fullSims slots through which nothing more may leave for now
     * @param lanes those whose messages may leave now
     */
    record Wish(DeviceId device, int max, Set<Integer> fullSims, Set<Lane> lanes) {
        public static Wish of(DeviceId device, int max) {
            return new Wish(device, max, Set.of(), Lane.ALL);
        }

        public Wish only(Set<Lane> some) {
            return new Wish(device, max, fullSims, some);
        }
    }

    /** Keeps the texts of claimed messages. */
    void write(OrganizationId organization, List<Written> texts);

    /** A claimed message's text as it will be sent. */
    record Written(MessageId id, String text, int parts) {}

    /** How many parts the device holds that it has not told to have left, by the SIMs that they must leave through. */
    List<SimParts> partsHeld(OrganizationId organization, DeviceId device);

    /** Reads and locks messages, in the order of ids; those that are not there are left out. */
    List<Held> lock(OrganizationId organization, Collection<MessageId> ids);

    /** Ends the leases of locked messages and sets when the device's silence about them counts. */
    void accept(OrganizationId organization, List<Acceptance> accepted);

    /** @param reportDue when the message becomes UNKNOWN unless the device has told of it */
    record Acceptance(MessageId id, Instant at, Instant reportDue) {}

    /** Gives locked messages their next status. */
    void settle(OrganizationId organization, List<Settlement> settlements);

    /** Makes messages QUEUED again that this transaction claimed. */
    void putBack(OrganizationId organization, Collection<MessageId> ids, Instant now);

    /**
     * Ends the claims of locked messages, under the locks of their campaigns, which come after those of messages: they
     * are CANCELED if that was asked, of them or of their campaign, and QUEUED otherwise, held if their campaign is
     * paused.
     *
     * @param counted whether that a device gave them back is counted
     * @return the campaigns that may have ended by it
     */
    Set<CampaignId> requeue(OrganizationId organization, Collection<MessageId> ids, Instant now, boolean counted);

    /** What the device accepted and is wanted back, in the order of ids. */
    List<CalledBack> calledBack(OrganizationId organization, DeviceId device, int limit);

    /** Requeues at most {@code limit} unaccepted messages whose lease has ended. */
    Swept endLeases(Instant now, int limit);

    /** Makes at most {@code limit} accepted messages UNKNOWN whose report is overdue. */
    Swept giveUpOverdue(Instant now, int limit);

    /** Makes at most {@code limit} QUEUED or unaccepted messages EXPIRED whose deadline has passed. */
    Swept expire(Instant now, int limit);

    /** Makes all messages UNKNOWN that the device accepted and has not told of. */
    Swept giveUpDevice(OrganizationId organization, DeviceId device, Instant now);

    /** Those of the organizations for which a message of one of the lanes is QUEUED and not held. */
    Set<OrganizationId> waiting(Set<OrganizationId> organizations, Set<Lane> lanes);
}
