package com.pulsesms.core.webhook;

import com.pulsesms.core.kernel.Vault;

/** The ports that webhooks need beside storage. */
public record WebhookPorts(Vault vault, EventBodies bodies, Receivers receivers, DeliveryQueue queue) {}
