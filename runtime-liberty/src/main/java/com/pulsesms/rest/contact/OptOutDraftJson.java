package com.pulsesms.rest.contact;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who doesn't want to be written to. */
@Schema(name = "OptOutDraft")
public record OptOutDraftJson(
        @Schema(
                required = true,
                minItems = 1,
                maxItems = 1000,
                description = "International, or national in the organization's region",
                examples = "[\"+381641234567\"]")
        List<String> phones,

        @Schema(maxLength = 200, examples = "\"Replied STOP\"") @Nullable
        String reason,

        @Schema(description = "When they asked for it; now unless given") @Nullable
        Instant at) {}
