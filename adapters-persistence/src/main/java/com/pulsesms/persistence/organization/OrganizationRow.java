package com.pulsesms.persistence.organization;

import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Region;
import com.pulsesms.core.organization.Organization;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

@Entity
@Table(name = "organization")
class OrganizationRow {
    @Id
    UUID id;

    String name;
    String region;
    String zone;

    @Column(name = "created_at")
    Instant createdAt;

    int revision;

    protected OrganizationRow() {}

    static OrganizationRow of(Organization organization) {
        var row = new OrganizationRow();
        row.id = organization.id().value();
        row.createdAt = organization.createdAt();
        row.revision = organization.revision();
        row.copy(organization);
        return row;
    }

    void save(Organization organization) {
        copy(organization);
        revision++;
    }

    private void copy(Organization organization) {
        name = organization.name();
        region = organization.region().code();
        zone = organization.zone().getId();
    }

    Organization toOrganization() {
        return new Organization(new OrganizationId(id), name, new Region(region), ZoneId.of(zone), createdAt, revision);
    }
}
