package com.pulsesms.core.campaign;

import com.pulsesms.core.kernel.DrivenPort;

/**
 * Asks some node to go on with a campaign's {@link CampaignWork}. It is a nudge: it may be lost or repeated, and the
 * campaign's row remains the truth. It is called after the commit, never inside a transaction.
 */
@DrivenPort
public interface WorkQueue {
    /** There is something new to do. */
    void workOn(CampaignRef campaign);

    /** What was asked for some time ago is not done; may be let through ever more seldom. */
    default void remindOf(CampaignRef campaign) {
        workOn(campaign);
    }
}
