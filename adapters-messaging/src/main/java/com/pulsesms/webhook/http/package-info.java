/**
 * Webhooks over HTTP. Start with {@link com.pulsesms.webhook.http.HttpReceivers}; {@link
 * com.pulsesms.webhook.http.DeliveryPool} sees to it that no receiver holds up those of others.
 */
@NullMarked
package com.pulsesms.webhook.http;

import org.jspecify.annotations.NullMarked;
