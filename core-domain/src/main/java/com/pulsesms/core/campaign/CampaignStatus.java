package com.pulsesms.core.campaign;

import java.util.EnumSet;
import java.util.Set;

/** Where a campaign is in its life. */
public enum CampaignStatus {
    /** Being composed; nothing was sent. */
    DRAFT,
    /** Started: its messages are being made and handed out. */
    IN_PROGRESS,
    /** Every message of it has its end. */
    COMPLETED;

    public Set<CampaignStatus> successors() {
        return switch (this) {
            case DRAFT -> EnumSet.of(IN_PROGRESS);
            case IN_PROGRESS -> EnumSet.of(COMPLETED);
            case COMPLETED -> EnumSet.noneOf(CampaignStatus.class);
        };
    }

    public boolean canBecome(CampaignStatus next) {
        return successors().contains(next);
    }
}
