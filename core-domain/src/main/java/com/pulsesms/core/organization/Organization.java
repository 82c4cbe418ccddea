package com.pulsesms.core.organization;

import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Region;
import com.pulsesms.core.kernel.Text;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A tenant: the workspace that owns contacts, devices, campaigns, messages and keys. It is made at sign-up or later by a
 * person, who becomes its owner.
 *
 * @param region how national phone numbers are understood
 * @param zone the time zone in which its people think
 * @param revision counts the saves; saving from a stale one is refused
 */
public record Organization(
        OrganizationId id, String name, Region region, ZoneId zone, Instant createdAt, int revision) {
    public Organization {
        name = Text.name("name", name);
    }

    public Organization named(String newName) {
        return new Organization(id, newName, region, zone, createdAt, revision);
    }

    public Organization in(Region newRegion) {
        return new Organization(id, name, newRegion, zone, createdAt, revision);
    }

    public Organization at(ZoneId newZone) {
        return new Organization(id, name, region, newZone, createdAt, revision);
    }
}
