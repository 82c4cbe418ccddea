package com.pulsesms.rest.campaign;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was resent of a campaign. */
@Schema(name = "Resent")
public record ResentJson(
        @Schema(description = "How many new messages were made")
        long resent) {}
