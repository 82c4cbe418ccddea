package com.pulsesms.core.organization;

import com.pulsesms.core.kernel.DrivenPort;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps organizations and their members. */
@DrivenPort
public interface OrganizationStore {
    void insert(Organization organization);

    /**
     * Saves over the revision that {@code organization} was read at, and raises it by one.
     *
     * @throws com.pulsesms.core.kernel.Refusal.Conflict {@code stale} if another revision is stored
     */
    void update(Organization organization);

    Optional<Organization> find(OrganizationId id);

    /** Those of the organizations that have quiet hours, in one query. */
    List<Organization> withQuietHours(Set<OrganizationId> organizations);

    /** Finds it, and makes others that lock it wait until this transaction ends. */
    Optional<Organization> lock(OrganizationId id);

    void addMember(Membership membership);

    Optional<Membership> membership(OrganizationId organization, UserId user);

    /** Whose account the organization belongs to: of its owners, the first to join. */
    Optional<UserId> owner(OrganizationId organization);

    /** In the order of joining. */
    List<Membership> memberships(UserId user);
}
