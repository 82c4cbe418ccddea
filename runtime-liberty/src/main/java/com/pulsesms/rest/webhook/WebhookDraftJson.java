package com.pulsesms.rest.webhook;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What makes a webhook. */
@Schema(name = "WebhookDraft")
public record WebhookDraftJson(
        @Schema(required = true, maxLength = 2000, examples = "\"https://example.com/pulsesms\"")
        String url,

        @Schema(
                required = true,
                minItems = 1,
                description = "Of message.sent, message.delivered, message.failed, campaign.started,"
                        + " campaign.completed, device.connected and device.disconnected",
                examples = "[\"message.delivered\", \"message.failed\"]")
        List<String> events) {}
