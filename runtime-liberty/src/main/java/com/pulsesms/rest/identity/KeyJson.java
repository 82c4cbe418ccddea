package com.pulsesms.rest.identity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a program shows to get a token. */
@Schema(name = "ApiKeySecret")
public record KeyJson(
        @Schema(required = true, examples = "\"pk_…\"") String apiKey) {}
