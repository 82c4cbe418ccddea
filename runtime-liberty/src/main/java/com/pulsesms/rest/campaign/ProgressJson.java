package com.pulsesms.rest.campaign;

import com.pulsesms.core.campaign.CampaignStatus;
import com.pulsesms.core.campaign.Campaigns;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a campaign does at a moment. */
@Schema(name = "CampaignProgress")
public record ProgressJson(UUID id, CampaignStatus status, CampaignJson.CountsJson counts) {
    static ProgressJson of(Campaigns.Progress progress) {
        return new ProgressJson(
                progress.campaign().id().value(),
                progress.campaign().status(),
                CampaignJson.CountsJson.of(progress.counts()));
    }

    /** Whether nothing can begin anew. */
    boolean ended() {
        return status.successors().isEmpty();
    }
}
