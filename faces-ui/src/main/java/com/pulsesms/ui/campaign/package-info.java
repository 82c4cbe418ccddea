/** Composing campaigns and watching them. Start with {@link com.pulsesms.ui.campaign.NewCampaignPage}. */
@NullMarked
package com.pulsesms.ui.campaign;

import org.jspecify.annotations.NullMarked;
