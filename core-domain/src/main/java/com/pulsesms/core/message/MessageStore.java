package com.pulsesms.core.message;

import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.DrivenPort;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import java.time.Instant;
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

    /** Newest first. */
    Page<Message> page(OrganizationId organization, MessageFilter filter, PageRequest request);

    /** Of each campaign asked for, also of one without messages. */
    Map<CampaignId, MessageCounts> counts(OrganizationId organization, Set<CampaignId> campaigns);

    /** Whether a message of the campaign is {@link MessageStatus#open() open}. */
    boolean anyOpen(OrganizationId organization, CampaignId campaign);

    /**
     * How many messages made in the time from {@code from} to before {@code to} were used up: they left, they may have
     * left (UNKNOWN), or a part of them left (FAILED with parts).
     */
    long used(OrganizationId organization, Instant from, Instant to);
}
