package com.pulsesms.persistence.organization;

import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.UserId;
import com.pulsesms.core.organization.Membership;
import com.pulsesms.core.organization.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

@Entity
@Table(name = "membership")
@IdClass(MembershipRow.Key.class)
class MembershipRow {
    @Id
    @Column(name = "organization_id")
    UUID organization;

    @Id
    @Column(name = "person_id")
    UUID person;

    @Enumerated(EnumType.STRING)
    Role role;

    Instant since;

    protected MembershipRow() {}

    static MembershipRow of(Membership membership) {
        var row = new MembershipRow();
        row.organization = membership.organization().value();
        row.person = membership.user().value();
        row.role = membership.role();
        row.since = membership.since();
        return row;
    }

    Membership toMembership() {
        return new Membership(new OrganizationId(organization), new UserId(person), role, since);
    }

    /** What JPA wants a key of two columns to look like. */
    static class Key implements Serializable {
        UUID organization;
        UUID person;

        protected Key() {}

        Key(OrganizationId organization, UserId user) {
            this.organization = organization.value();
            this.person = user.value();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && organization.equals(key.organization) && person.equals(key.person);
        }

        @Override
        public int hashCode() {
            return Objects.hash(organization, person);
        }
    }
}
