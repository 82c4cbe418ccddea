package com.pulsesms.core.gateway;

import com.pulsesms.core.campaign.CampaignRef;
import com.pulsesms.core.device.SimParts;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a sweep over all organizations changed.
 *
 * @param messages how many
 * @param campaigns those that may have ended by it
 * @param mayHaveLeft what devices are not waited for any more, which may have left them
 * @param expired those whose deadline passed
 */
public record Swept(
        int messages,
        Set<OrganizationId> organizations,
        Set<CampaignRef> campaigns,
        List<MayHaveLeft> mayHaveLeft,
        Map<OrganizationId, List<MessageId>> expired) {
    public Swept {
        organizations = Set.copyOf(organizations);
        campaigns = Set.copyOf(campaigns);
        mayHaveLeft = List.copyOf(mayHaveLeft);
        expired = Map.copyOf(expired);
    }

    /** Parts of one message that a device had accepted. */
    public record MayHaveLeft(OrganizationId organization, DeviceId device, SimParts parts) {}
}
