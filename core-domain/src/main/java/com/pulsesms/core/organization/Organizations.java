package com.pulsesms.core.organization;

import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.IdGenerator;
import com.pulsesms.core.kernel.Limit;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Region;
import com.pulsesms.core.kernel.Transactions;
import com.pulsesms.core.kernel.UserId;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Making organizations, moving between them and their settings. */
public final class Organizations {
    private final OrganizationStore store;
    private final Transactions transactions;
    private final IdGenerator ids;
    private final Clock clock;
    private final OptionalLong most;

    /** @param most how many organizations a person may own */
    public Organizations(
            OrganizationStore store, OptionalLong most, Transactions transactions, IdGenerator ids, Clock clock) {
        this.store = store;
        this.most = most;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** An organization with what a person is there. */
    public record Mine(Organization organization, Role role) {}

    /**
     * What to change of an organization; what is empty stays.
     *
     * @param quietHours holds an empty one to take them away
     */
    public record Change(
            Optional<String> name,
            Optional<Region> region,
            Optional<ZoneId> zone,
            Optional<Optional<QuietHours>> quietHours) {
        public static final Change NONE =
                new Change(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        public Change named(String newName) {
            return new Change(Optional.of(newName), region, zone, quietHours);
        }

        public Change in(Region newRegion) {
            return new Change(name, Optional.of(newRegion), zone, quietHours);
        }

        public Change at(ZoneId newZone) {
            return new Change(name, region, Optional.of(newZone), quietHours);
        }

        public Change quietDuring(Optional<QuietHours> newQuietHours) {
            return new Change(name, region, zone, Optional.of(newQuietHours));
        }
    }

    /**
     * Makes an organization that the person owns.
     *
     * @throws Refusal.LimitReached {@code plan_limit_reached}
     */
    public Organization create(UserId owner, String name, Region region, ZoneId zone) {
        var now = clock.instant();
        var made = new Organization(new OrganizationId(ids.next()), name, region, zone, Optional.empty(), now, 0);
        transactions.run(() -> {
            most.ifPresent(limit -> refuseOneMore(limit, owner));
            store.insert(made);
            store.addMember(new Membership(made.id(), owner, Role.OWNER, now));
        });
        return made;
    }

    private void refuseOneMore(long limit, UserId owner) {
        // Of several that are made at once, each counts those before it.
        owned(owner).findFirst().ifPresent(store::lock);
        Limit.refuseOneMore(limit, owned(owner).count(), "organizations");
    }

    private Stream<OrganizationId> owned(UserId owner) {
        return store.memberships(owner).stream()
                .filter(membership -> membership.role() == Role.OWNER)
                .map(Membership::organization);
    }

    /** Those that the person belongs to, in the order of joining. */
    public List<Mine> mine(UserId user) {
        return transactions.call(() -> store.memberships(user).stream()
                .map(m -> new Mine(existing(m.organization()), m.role()))
                .toList());
    }

    /**
     * The person acting in one of their organizations.
     *
     * @throws Refusal.NotFound if they don't belong to it
     */
    public Actor actor(UserId user, OrganizationId organization) {
        var membership = transactions
                .call(() -> store.membership(organization, user))
                .orElseThrow(() -> new Refusal.NotFound("No such organization"));
        return new Actor(new Actor.Person(user), organization, membership.role().permissions());
    }

    /** The organization that the actor acts in. */
    public Organization current(Actor actor) {
        actor.require(Permission.ORGANIZATION_READ);
        return transactions.call(() -> existing(actor.organization()));
    }

    public Organization change(Actor actor, Change change) {
        actor.require(Permission.ORGANIZATION_WRITE);
        return transactions.call(() -> {
            var changed = existing(actor.organization());
            changed = change.name().map(changed::named).orElse(changed);
            changed = change.region().map(changed::in).orElse(changed);
            changed = change.zone().map(changed::at).orElse(changed);
            changed = change.quietHours().map(changed::quietDuring).orElse(changed);
            store.update(changed);
            return existing(actor.organization());
        });
    }

    private Organization existing(OrganizationId id) {
        return store.find(id).orElseThrow(() -> new Refusal.NotFound("No such organization"));
    }
}
