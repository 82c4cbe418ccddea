package com.pulsesms.rest.webhook;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What to change of a webhook; what is absent stays. */
@Schema(name = "WebhookChange")
public record WebhookChangeJson(
        @Schema(maxLength = 2000) String url,
        @Schema(minItems = 1) List<String> events,

        @Schema(description = "A disabled one gets nothing; enabled again, it gets what waits for it")
        boolean enabled) {}
