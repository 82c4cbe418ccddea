/**
 * Telling other systems what happened: each event is kept in the transaction of its change and delivered, signed, to the
 * organization's endpoints until they have it. Start with {@link com.pulsesms.core.webhook.Webhooks}; {@link
 * com.pulsesms.core.webhook.Delivering} is what happens behind its callers' backs.
 */
@NullMarked
package com.pulsesms.core.webhook;

import org.jspecify.annotations.NullMarked;
