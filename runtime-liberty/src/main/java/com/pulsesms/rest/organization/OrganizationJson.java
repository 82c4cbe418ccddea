package com.pulsesms.rest.organization;

import com.pulsesms.core.organization.Organization;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An organization. */
@Schema(name = "Organization")
public record OrganizationJson(
        UUID id,
        String name,

        @Schema(description = "How national phone numbers are understood")
        String region,

        String timeZone,

        @Schema(description = "When messages wait that are not urgent; null for never") @Nullable
        QuietHoursJson quietHours,

        Instant createdAt) {
    public static OrganizationJson of(Organization organization) {
        return new OrganizationJson(
                organization.id().value(),
                organization.name(),
                organization.region().code(),
                organization.zone().getId(),
                organization.quietHours().map(QuietHoursJson::of).orElse(null),
                organization.createdAt());
    }
}
