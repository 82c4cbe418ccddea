package com.pulsesms.persistence.organization;

import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.UserId;
import com.pulsesms.core.organization.Membership;
import com.pulsesms.core.organization.Organization;
import com.pulsesms.core.organization.OrganizationStore;
import com.pulsesms.core.organization.Role;
import com.pulsesms.persistence.JpaTransactions;
import com.pulsesms.persistence.Stale;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Organizations and their members in the database. */
public final class JpaOrganizationStore implements OrganizationStore {
    private final JpaTransactions transactions;

    public JpaOrganizationStore(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void insert(Organization organization) {
        transactions.changeRows(rows -> rows.persist(OrganizationRow.of(organization)));
    }

    @Override
    public void update(Organization organization) {
        transactions.changeRows(rows -> {
            var row = rows.find(OrganizationRow.class, organization.id().value(), LockModeType.PESSIMISTIC_WRITE);
            Stale.refuseUnless(row != null && row.revision == organization.revision());
            row.save(organization);
        });
    }

    @Override
    public Optional<Organization> find(OrganizationId id) {
        return find(id, LockModeType.NONE);
    }

    @Override
    public Optional<Organization> lock(OrganizationId id) {
        return find(id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<Organization> find(OrganizationId id, LockModeType lock) {
        return transactions.rows(rows -> Optional.ofNullable(rows.find(OrganizationRow.class, id.value(), lock))
                .map(OrganizationRow::toOrganization));
    }

    @Override
    public List<Organization> withQuietHours(Set<OrganizationId> organizations) {
        var ids = organizations.stream().map(OrganizationId::value).toList();
        return transactions.sql(sql -> sql.query(
                "select * from organization where id = any(?) and quiet_from is not null",
                OrganizationRow::organization,
                ids));
    }

    @Override
    public void addMember(Membership membership) {
        transactions.changeRows(rows -> rows.persist(MembershipRow.of(membership)));
    }

    @Override
    public Optional<Membership> membership(OrganizationId organization, UserId user) {
        return transactions.rows(
                rows -> Optional.ofNullable(rows.find(MembershipRow.class, new MembershipRow.Key(organization, user)))
                        .map(MembershipRow::toMembership));
    }

    @Override
    public Optional<UserId> owner(OrganizationId organization) {
        return transactions.rows(rows -> rows.createQuery(
                        "select m from MembershipRow m where m.organization = :organization and m.role = :role"
                                + " order by m.since, m.person",
                        MembershipRow.class)
                .setParameter("organization", organization.value())
                .setParameter("role", Role.OWNER)
                .setMaxResults(1)
                .getResultStream()
                .map(row -> row.toMembership().user())
                .findFirst());
    }

    @Override
    public List<Membership> memberships(UserId user) {
        return transactions.rows(rows -> rows.createQuery(
                        "select m from MembershipRow m where m.person = :person order by m.since, m.organization",
                        MembershipRow.class)
                .setParameter("person", user.value())
                .getResultStream()
                .map(MembershipRow::toMembership)
                .toList());
    }
}
