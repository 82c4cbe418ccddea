package com.pulsesms.core.campaign;

import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.OrganizationId;

/** Names a campaign for work that goes over organizations, such as a sweep. */
public record CampaignRef(OrganizationId organization, CampaignId campaign) {}
