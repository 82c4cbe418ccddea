package com.pulsesms.core.message;

import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.DrivenPort;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps messages, as their senders see them. */
@DrivenPort
public interface MessageStore {
    /** Adds new messages, all of one organization, in batches. */
    void insert(List<Message> messages);

    Optional<Message> find(OrganizationId organization, MessageId id);

    /** Those of the messages that are there, in any order. */
    List<Message> among(OrganizationId organization, Collection<MessageId> ids);

    /** Finds it, and makes others that lock it wait until this transaction ends. */
    Optional<Message> lock(OrganizationId organization, MessageId id);

    /** Those that were made of this one, oldest first. */
    List<Message> resends(OrganizationId organization, MessageId original);

    /**
     * Makes QUEUED messages, set-based and under the locks of the first ones, of those in the order of their ids that have
     * a text, whose number is not opted out, and of which each message that was made before is in one of the statuses
     * too: repeating it, or two doing it at once, makes nothing twice.
     */
    Resent resend(OrganizationId organization, Resend wish, Instant now);

    /**
     * What to resend of a campaign.
     *
     * @param statuses those to look for
     * @param after the last message looked at before
     * @param limit how many to look at
     */
    record Resend(CampaignId campaign, Set<MessageStatus> statuses, Optional<MessageId> after, int limit) {}

    /**
     * @param made the new messages
     * @param last the last one looked at, or empty if there was none left
     */
    record Resent(List<MessageId> made, Optional<MessageId> last) {}

    /**
     * Makes a message CANCELED that waits or that a device was handed and has not accepted; of one that was accepted, it
     * sets {@link Message#cancelAsked}. Changes no other.
     */
    void cancel(OrganizationId organization, MessageId id, Instant now);

    /** Makes messages SKIPPED that wait, and changes no other. */
    void skip(OrganizationId organization, Collection<MessageId> ids, String failure, Instant now);

    /** Newest first. */
    Page<Message> page(OrganizationId organization, MessageFilter filter, PageRequest request);

    /** Of each campaign asked for, also of one without messages. */
    Map<CampaignId, MessageCounts> counts(OrganizationId organization, Set<CampaignId> campaigns);

    /**
     * Makes {@link #counts} quick again for campaigns whose messages changed, of whichever organization. Changes no answer;
     * may be called at any time and by several nodes at once.
     *
     * @param limit the most campaigns
     * @return how many were counted
     */
    int recount(int limit);

    /** Whether a message of the campaign is {@link MessageStatus#open() open}. */
    boolean anyOpen(OrganizationId organization, CampaignId campaign);

    /**
     * How many parts the open messages take that are of no campaign, may leave through one of the devices, and are urgent
     * or were made before {@code time}.
     */
    long singleParts(OrganizationId organization, Set<DeviceId> devices, Instant time);

    /**
     * How many messages made in the time from {@code from} to before {@code to} were used up: they left, they may have
     * left (UNKNOWN), or a part of them left (FAILED with parts).
     */
    long used(OrganizationId organization, Instant from, Instant to);
}
