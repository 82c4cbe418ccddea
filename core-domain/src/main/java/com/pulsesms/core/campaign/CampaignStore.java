package com.pulsesms.core.campaign;

import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.ContactId;
import com.pulsesms.core.kernel.DrivenPort;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps campaigns and makes their messages. */
@DrivenPort
public interface CampaignStore {
    void insert(Campaign campaign);

    /**
     * Saves over the revision that {@code campaign} was read at, and raises it by one.
     *
     * @throws com.pulsesms.core.kernel.Refusal.Conflict {@code stale} if another revision is stored
     */
    void update(Campaign campaign);

    void delete(OrganizationId organization, CampaignId id);

    Optional<Campaign> find(OrganizationId organization, CampaignId id);

    /** Finds it and keeps others from changing it until the transaction ends. */
    Optional<Campaign> lock(OrganizationId organization, CampaignId id);

    /**
     * Newest first.
     *
     * @param status only those in it; any if empty
     */
    Page<Campaign> page(OrganizationId organization, Optional<CampaignStatus> status, PageRequest request);

    /** In any status, newest first. */
    default Page<Campaign> page(OrganizationId organization, PageRequest request) {
        return page(organization, Optional.empty(), request);
    }

    /** Those IN_PROGRESS. */
    List<Campaign> inProgress(OrganizationId organization);

    /**
     * Makes QUEUED messages, set-based, for the next {@code size} contacts of the list that the campaign's {@link
     * Expansion} is at, in the order of their ids, and leaves out numbers that the campaign has a message for: repeating
     * a page makes nothing twice. They have the campaign's deadline. Messages to numbers that are opted out are SKIPPED from the first.
     *
     * @return the last contact looked at, or empty if the list has no more
     */
    Optional<ContactId> expand(Campaign campaign, int size, Instant now);

    /**
     * Locks those of the next {@code size} messages from where the campaign's {@link RollOut} is at that wait, or that a
     * device was handed and has not accepted.
     *
     * @return those looked at, newest first
     */
    List<MessageId> lockToRollOut(Campaign campaign, int size);

    /**
     * Brings such messages to what the campaign's status wants of them. PAUSED: what devices have not accepted waits
     * again, and what waits is held. CANCELED: they are CANCELED. Otherwise they are held no more. What devices accepted
     * meanwhile stays as it is.
     */
    void rollOut(Campaign campaign, List<MessageId> messages, Instant now);

    /** Campaigns whose expansion or {@link RollOut} is not finished and was last worked on before {@code time}. */
    List<CampaignRef> stuck(Instant time, int limit);

    /** SCHEDULED campaigns whose time has come. */
    List<CampaignRef> due(Instant now, int limit);

    /** Campaigns that are {@linkplain Campaign#awaitingEnd over} because no message of them is open. */
    List<CampaignRef> ended(int limit);
}
