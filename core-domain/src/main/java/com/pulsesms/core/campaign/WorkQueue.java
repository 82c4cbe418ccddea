package com.pulsesms.core.campaign;

import com.pulsesms.core.kernel.DrivenPort;

/**
 * Asks some node to go on with a campaign's expansion. It is a nudge: it may be lost or repeated, and the campaign's row
 * remains the truth. It is called after the commit, never inside a transaction.
 */
@DrivenPort
public interface WorkQueue {
    void expand(CampaignRef campaign);
}
