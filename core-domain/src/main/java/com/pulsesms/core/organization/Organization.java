package com.pulsesms.core.organization;

import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Region;
import com.pulsesms.core.kernel.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A tenant: the workspace that owns contacts, devices, campaigns, messages and keys. It is made at sign-up or later by a
 * person, who becomes its owner.
 *
 * @param region how national phone numbers are understood
 * @param zone the time zone in which its people think
 * @param quietHours on the clocks of its zone
 * @param revision counts the saves; saving from a stale one is refused
 */
public record Organization(
        OrganizationId id,
        String name,
        Region region,
        ZoneId zone,
        Optional<QuietHours> quietHours,
        Instant createdAt,
        int revision) {
    public Organization {
        name = Text.name("name", name);
    }

    public Organization named(String newName) {
        return new Organization(id, newName, region, zone, quietHours, createdAt, revision);
    }

    public Organization in(Region newRegion) {
        return new Organization(id, name, newRegion, zone, quietHours, createdAt, revision);
    }

    public Organization at(ZoneId newZone) {
        return new Organization(id, name, region, newZone, quietHours, createdAt, revision);
    }

    /** @param newQuietHours empty for none */
    public Organization quietDuring(Optional<QuietHours> newQuietHours) {
        return new Organization(id, name, region, zone, newQuietHours, createdAt, revision);
    }
}
