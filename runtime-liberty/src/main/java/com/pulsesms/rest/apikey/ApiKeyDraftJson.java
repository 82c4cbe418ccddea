package com.pulsesms.rest.apikey;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What makes an API key. */
@Schema(name = "ApiKeyDraft")
public record ApiKeyDraftJson(
        @Schema(required = true, maxLength = 100) String name,

        @Schema(description = "What the key may do; all that a key can unless given", examples = "[\"messages:send\"]")
        @Nullable
        List<String> scopes,

        @Schema(description = "When the key ends by itself; never unless given") @Nullable
        Instant expiresAt) {}
