package com.pulsesms.rest.campaign;

import com.pulsesms.core.campaign.Campaigns;
import com.pulsesms.core.campaign.Predictions;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.rest.PageJson;
import com.pulsesms.rest.identity.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What callers are told of campaigns: as they are now, with how their messages do and when they will have left. */
@ApplicationScoped
class CampaignAnswers {
    @Inject
    private Campaigns campaigns;

    @Inject
    private Predictions predictions;

    @Inject
    private Identity identity;

    CampaignJson of(CampaignId id) {
        var progress = campaigns.find(identity.actor(), id);
        return CampaignJson.of(progress, predictions.of(identity.actor(), List.of(progress.campaign())));
    }

    PageJson<CampaignJson> of(Page<Campaigns.Progress> page) {
        var shown = page.items().stream().map(Campaigns.Progress::campaign).toList();
        var predicted = predictions.of(identity.actor(), shown);
        return PageJson.of(page, progress -> CampaignJson.of(progress, predicted));
    }
}
