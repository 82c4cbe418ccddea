/** Campaigns over REST. Start with {@link com.pulsesms.rest.campaign.CampaignResource}. */
@NullMarked
package com.pulsesms.rest.campaign;

import org.jspecify.annotations.NullMarked;
