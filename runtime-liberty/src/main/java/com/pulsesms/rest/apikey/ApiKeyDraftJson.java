package com.pulsesms.rest.apikey;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What makes an API key. */
@Schema(name = "ApiKeyDraft")
public record ApiKeyDraftJson(
        @Schema(required = true, maxLength = 100) String name,

        @Schema(description = "What the key may do; all that a key can unless given", examples = "[\"messages:send\"]")
        List<String> scopes) {}
