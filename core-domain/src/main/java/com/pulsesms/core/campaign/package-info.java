/** One text to many contacts: composing, expansion into messages, completion. Start with {@link com.pulsesms.core.campaign.Campaigns}. */
@NullMarked
package com.pulsesms.core.campaign;

import org.jspecify.annotations.NullMarked;
