package com.pulsesms.core.gateway;

import com.pulsesms.core.campaign.CampaignStatus;
import java.util.Optional;

/** Whether a message is wanted back from the device that holds it. */
public enum Recall {
    /** It is to be sent. */
    NONE,
    /** It is to be given back, because it is to wait. */
    RETURN,
    /** It is to be given back, because it is not to be sent any more. */
    CANCEL;

    /**
     * @param cancelAsked whether the message itself was canceled
     * @param campaign the status of its campaign, if it has one
     */
    public static Recall of(boolean cancelAsked, Optional<CampaignStatus> campaign) {
        return cancelAsked ? CANCEL : campaign.map(Recall::of).orElse(NONE);
    }

    private static Recall of(CampaignStatus campaign) {
        return switch (campaign) {
            case PAUSED -> RETURN;
            case CANCELED -> CANCEL;
            case DRAFT, SCHEDULED, IN_PROGRESS, COMPLETED -> NONE;
        };
    }
}
