package com.pulsesms.rest.organization;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What makes an organization. */
@Schema(name = "NewOrganization")
public record NewOrganizationJson(
        @Schema(required = true, maxLength = 100) String name,
        @Schema(required = true, examples = "\"RS\"") String region,

        @Schema(defaultValue = "UTC", examples = "\"Europe/Belgrade\"")
        String timeZone) {}
