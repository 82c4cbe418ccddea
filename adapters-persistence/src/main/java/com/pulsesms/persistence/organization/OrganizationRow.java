package com.pulsesms.persistence.organization;

import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Region;
import com.pulsesms.core.organization.Organization;
import com.pulsesms.core.organization.QuietHours;
import com.pulsesms.persistence.Columns;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

@Entity
@Table(name = "organization")
class OrganizationRow {
    @Id
    UUID id;

    String name;
    String region;
    String zone;

    @Column(name = "quiet_from")
    String quietFrom;

    @Column(name = "quiet_to")
    String quietTo;

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
        quietFrom =
                organization.quietHours().map(quiet -> quiet.from().toString()).orElse(null);
        quietTo = organization.quietHours().map(quiet -> quiet.to().toString()).orElse(null);
    }

    Organization toOrganization() {
        return new Organization(
                new OrganizationId(id),
                name,
                new Region(region),
                ZoneId.of(zone),
                QuietHours.chosen(time(quietFrom), time(quietTo)),
                createdAt,
                revision);
    }

    /** As SQL finds it. */
    static Organization organization(Columns found) throws SQLException {
        var row = new OrganizationRow();
        row.id = found.id("id");
        row.name = found.text("name");
        row.region = found.text("region");
        row.zone = found.text("zone");
        row.quietFrom = found.text("quiet_from");
        row.quietTo = found.text("quiet_to");
        row.createdAt = found.optionalInstant("created_at").orElseThrow();
        row.revision = found.number("revision");
        return row.toOrganization();
    }

    private static Optional<LocalTime> time(String text) {
        return Optional.ofNullable(text).map(LocalTime::parse);
    }
}
