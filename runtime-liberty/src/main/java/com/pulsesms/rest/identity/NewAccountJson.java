package com.pulsesms.rest.identity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person tells when signing up. */
@Schema(name = "NewAccount")
public record NewAccountJson(
        @Schema(required = true, examples = "\"ana@example.com\"")
        String email,

        @Schema(required = true, minLength = 8, maxLength = 128)
        String password,

        @Schema(required = true, maxLength = 100) String name,

        @Schema(required = true, description = "How national phone numbers are understood", examples = "\"RS\"")
        String region,

        @Schema(defaultValue = "UTC", examples = "\"Europe/Belgrade\"")
        String timeZone) {}
