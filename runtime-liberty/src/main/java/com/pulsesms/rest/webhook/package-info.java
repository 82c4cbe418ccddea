/** Webhooks over REST. Start with {@link com.pulsesms.rest.webhook.WebhookResource}. */
@NullMarked
package com.pulsesms.rest.webhook;

import org.jspecify.annotations.NullMarked;
