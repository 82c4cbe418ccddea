package com.pulsesms.core.gateway;

import com.pulsesms.core.campaign.CampaignRef;
import com.pulsesms.core.kernel.OrganizationId;
import java.util.Set;

/**
 * What a sweep over all organizations changed.
 *
 * @param messages how many
 * @param campaigns those that may have ended by it
 */
public record Swept(int messages, Set<OrganizationId> organizations, Set<CampaignRef> campaigns) {
    public Swept {
        organizations = Set.copyOf(organizations);
        campaigns = Set.copyOf(campaigns);
    }
}
