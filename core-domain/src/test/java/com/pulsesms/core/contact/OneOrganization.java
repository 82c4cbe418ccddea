package com.pulsesms.core.contact;

import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.UserId;
import com.pulsesms.core.organization.Membership;
import com.pulsesms.core.organization.Organization;
import com.pulsesms.core.organization.OrganizationStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An organization whose settings never change. */
final class OneOrganization implements OrganizationStore {
    private final List<Organization> organizations = new ArrayList<>();
    private final List<Membership> members = new ArrayList<>();

    OneOrganization(Organization organization) {
        organizations.add(organization);
    }

    OrganizationId id() {
        return organizations.get(0).id();
    }

    @Override
    public void insert(Organization organization) {
        organizations.add(organization);
    }

    @Override
    public void update(Organization organization) {
        organizations.removeIf(old -> old.id().equals(organization.id()));
        organizations.add(organization);
    }

    @Override
    public Optional<Organization> find(OrganizationId id) {
        return organizations.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public void addMember(Membership membership) {
        members.add(membership);
    }

    @Override
    public Optional<Membership> membership(OrganizationId organization, UserId user) {
        return memberships(user).stream()
                .filter(one -> one.organization().equals(organization))
                .findFirst();
    }

    @Override
    public List<Membership> memberships(UserId user) {
        return members.stream().filter(one -> one.user().equals(user)).toList();
    }
}
