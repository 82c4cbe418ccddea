package com.pulsesms.core.memory;

import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.UserId;
import com.pulsesms.core.organization.Membership;
import com.pulsesms.core.organization.Organization;
import com.pulsesms.core.organization.OrganizationStore;
import com.pulsesms.core.organization.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Organizations and their members in a {@link MemoryDatabase}. */
public final class MemoryOrganizationStore implements OrganizationStore {
    private final MemoryDatabase database;
    private final Table<OrganizationId, Organization> organizations;
    private final Table<Seat, Membership> members;

    public MemoryOrganizationStore(MemoryDatabase database) {
        this.database = database;
        this.organizations = database.tableById(OrganizationId::value);
        this.members =
                database.table(Comparator.comparing((Seat seat) -> seat.user().value(), MemoryDatabase::compare)
                        .thenComparing(seat -> seat.organization().value(), MemoryDatabase::compare));
    }

    private record Seat(UserId user, OrganizationId organization) {}

    @Override
    public void insert(Organization organization) {
        organizations.insert(organization.id(), organization);
    }

    @Override
    public void update(Organization organization) {
        database.atomically(() -> {
            if (find(organization.id())
                    .filter(stored -> stored.revision() == organization.revision())
                    .isEmpty()) {
                throw new Refusal.Conflict("stale", "Somebody changed it at the same time: look again and repeat");
            }
            organizations.put(organization.id(), next(organization));
        });
    }

    private static Organization next(Organization saved) {
        return new Organization(
                saved.id(),
                saved.name(),
                saved.region(),
                saved.zone(),
                saved.quietHours(),
                saved.createdAt(),
                saved.revision() + 1);
    }

    @Override
    public Optional<Organization> find(OrganizationId id) {
        return organizations.find(id);
    }

    @Override
    public List<Organization> withQuietHours(Set<OrganizationId> wanted) {
        return database.atomically(() -> wanted.stream()
                .flatMap(id -> find(id).stream())
                .filter(organization -> organization.quietHours().isPresent())
                .toList());
    }

    @Override
    public Optional<Organization> lock(OrganizationId id) {
        return find(id);
    }

    @Override
    public void addMember(Membership membership) {
        members.insert(new Seat(membership.user(), membership.organization()), membership);
    }

    @Override
    public Optional<Membership> membership(OrganizationId organization, UserId user) {
        return members.find(new Seat(user, organization));
    }

    @Override
    public Optional<UserId> owner(OrganizationId organization) {
        return database.atomically(() -> members.rows()
                .filter(membership -> membership.organization().equals(organization))
                .filter(membership -> membership.role() == Role.OWNER)
                .min(Comparator.comparing(Membership::since))
                .map(Membership::user));
    }

    @Override
    public List<Membership> memberships(UserId user) {
        return database.atomically(() -> members.rows()
                .filter(membership -> membership.user().equals(user))
                .sorted(Comparator.comparing(Membership::since))
                .toList());
    }
}
