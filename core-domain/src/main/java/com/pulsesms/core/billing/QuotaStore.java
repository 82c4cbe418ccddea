package com.pulsesms.core.billing;

import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.DrivenPort;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.QuotaId;
import com.pulsesms.core.kernel.UserId;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Keeps how many messages of each month's quota an account has used, and who holds them: each message one, and a campaign
 * those that its messages are yet to be made of. Used is always what is held.
 *
 * <p>What a message holds is given back by whatever store lets it end without having left, in the same transaction, once
 * and to the quota that it was taken from. Every method runs inside the caller's transaction, and locks the quota last, after
 * messages and campaigns.
 */
@DrivenPort
public interface QuotaStore {
    /**
     * Takes all of {@code messages}, or nothing if more than {@code limit} would be used then. Of several at once, each
     * sees what the others took.
     */
    Optional<QuotaId> take(UserId owner, YearMonth month, long messages, long limit);

    long used(UserId owner, YearMonth month);

    /** Lets each of the messages hold one of what was taken. */
    void hold(OrganizationId organization, QuotaId quota, Collection<MessageId> messages);

    /** Lets a campaign hold what was taken, until its messages are made. */
    void hold(OrganizationId organization, QuotaId quota, CampaignId campaign, long messages);

    /**
     * Hands what a campaign holds on to its QUEUED messages that hold nothing, the oldest first, as far as it goes.
     *
     * @return those for which it did not; none if the campaign never held anything
     */
    List<MessageId> handOn(OrganizationId organization, CampaignId campaign);

    /** Gives back what a campaign still holds; doing so again gives back nothing. */
    void giveBack(OrganizationId organization, CampaignId campaign);
}
