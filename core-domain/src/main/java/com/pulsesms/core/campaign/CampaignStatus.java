package com.pulsesms.core.campaign;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** Where a campaign is in its life. */
public enum CampaignStatus {
    /** Being composed; nothing was sent. */
    DRAFT,
    /** To start by itself at a time that a person chose. */
    SCHEDULED,
    /** Started: its messages are being made and handed out. */
    IN_PROGRESS,
    /** A person holds it: what has not left waits. */
    PAUSED,
    /** Every message of it has its end. */
    COMPLETED,
    /** A person called it off: what has not left never will. */
    CANCELED;

    public Set<CampaignStatus> successors() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SCHEDULED, IN_PROGRESS);
            case SCHEDULED -> EnumSet.of(DRAFT, IN_PROGRESS, CANCELED);
            case IN_PROGRESS -> EnumSet.of(PAUSED, COMPLETED, CANCELED);
            case PAUSED -> EnumSet.of(IN_PROGRESS, COMPLETED, CANCELED);
            case COMPLETED, CANCELED -> EnumSet.noneOf(CampaignStatus.class);
        };
    }

    public boolean canBecome(CampaignStatus next) {
        return successors().contains(next);
    }

    /** Whether no message of it may be handed to a device, and those that devices hold are wanted back. */
    public boolean stopped() {
        return this == PAUSED || this == CANCELED;
    }

    public static Set<CampaignStatus> stoppedOnes() {
        return among(CampaignStatus::stopped);
    }

    /** Those from which a campaign completes once nothing of it is left to do. */
    public static Set<CampaignStatus> completable() {
        return among(status -> status.canBecome(COMPLETED));
    }

    private static Set<CampaignStatus> among(Predicate<CampaignStatus> rule) {
        var found = EnumSet.noneOf(CampaignStatus.class);
        Arrays.stream(values()).filter(rule).forEach(found::add);
        return Collections.unmodifiableSet(found);
    }
}
