package com.pulsesms.rest.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is delivered again. */
@Schema(name = "Redelivered")
public record RedeliveredJson(
        @Schema(description = "How many deliveries began anew")
        int redelivered) {}
