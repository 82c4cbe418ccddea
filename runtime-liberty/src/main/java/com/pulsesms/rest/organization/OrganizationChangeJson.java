package com.pulsesms.rest.organization;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to change of an organization. */
@Schema(name = "OrganizationChange")
public record OrganizationChangeJson(
        @Schema(maxLength = 100) String name,
        @Schema(examples = "\"RS\"") String region,
        @Schema(examples = "\"Europe/Belgrade\"") String timeZone,

        @Schema(description = "Null takes them away") @Nullable
        QuietHoursJson quietHours) {}
