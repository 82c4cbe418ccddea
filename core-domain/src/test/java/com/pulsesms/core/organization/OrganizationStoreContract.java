package com.pulsesms.core.organization;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.StorageContract;
import com.pulsesms.core.identity.APerson;
import com.pulsesms.core.kernel.AtOnce;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Region;
import com.pulsesms.core.kernel.Sample;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link OrganizationStore} keeps. */
public interface OrganizationStoreContract extends StorageContract {
    Optional<QuietHours> NIGHT = Optional.of(new QuietHours(LocalTime.of(21, 30), LocalTime.of(7, 0)));

    private OrganizationStore store() {
        return storage().organizations();
    }

    private Optional<Organization> found(OrganizationId id) {
        return call(() -> store().find(id));
    }

    @Test
    default void findsAnOrganizationAsItWasInserted() {
        var made = AnOrganization.named("Acme");

        run(() -> store().insert(made));

        assertThat(found(made.id())).contains(made);
        assertThat(found(new OrganizationId(Sample.id()))).isEmpty();
    }

    @Test
    default void savesAnOrganizationAndRaisesItsRevision() {
        var made = AnOrganization.named("Acme");
        run(() -> store().insert(made));
        var changed = made.named("Acme & sons")
                .in(new Region("DE"))
                .at(ZoneId.of("Europe/Berlin"))
                .quietDuring(NIGHT);

        run(() -> store().update(changed));

        assertThat(found(made.id()))
                .contains(new Organization(
                        made.id(), "Acme & sons", changed.region(), changed.zone(), NIGHT, made.createdAt(), 1));
    }

    @Test
    default void takesQuietHoursAway() {
        var made = AnOrganization.named("Acme").quietDuring(NIGHT);
        run(() -> store().insert(made));

        run(() -> store().update(made.quietDuring(Optional.empty())));

        assertThat(found(made.id()).orElseThrow().quietHours()).isEmpty();
    }

    @Test
    default void findsThoseThatHaveQuietHours() {
        var quiet = AnOrganization.named("Quiet").quietDuring(NIGHT);
        var loud = AnOrganization.named("Loud");
        var unasked = AnOrganization.named("Unasked").quietDuring(NIGHT);
        run(() -> List.of(quiet, loud, unasked).forEach(store()::insert));

        assertThat(call(() -> store().withQuietHours(Set.of(quiet.id(), loud.id()))))
                .containsExactly(quiet);
        assertThat(call(() -> store().withQuietHours(Set.of()))).isEmpty();
    }

    @Test
    default void letsOneTransactionAtATimeLockAnOrganization() {
        var organization = AnOrganization.in(storage());

        AtOnce.call(4, thread -> {
            for (var step = 0; step < 5; step++) {
                run(() -> {
                    var locked = store().lock(organization).orElseThrow();
                    store().update(locked.named("Acme " + (locked.revision() + 1)));
                });
            }
            return thread;
        });

        assertThat(found(organization).orElseThrow().name()).isEqualTo("Acme 20");
    }

    @Test
    default void refusesToSaveAStaleOrganization() {
        var read = AnOrganization.named("Acme");
        run(() -> store().insert(read));
        run(() -> store().update(read.named("First")));

        refusesAs("stale", () -> store().update(read.named("Second")));

        assertThat(found(read.id()).orElseThrow().name()).isEqualTo("First");
    }

    @Test
    default void changesNoOtherOrganizationThanTheOneSaved() {
        var mine = AnOrganization.named("Mine");
        var other = AnOrganization.named("Other");
        run(() -> store().insert(mine));
        run(() -> store().insert(other));

        run(() -> store().update(mine.named("Still mine")));

        assertThat(found(other.id())).contains(other);
    }

    @Test
    default void knowsWhoIsAMemberAndAsWhat() {
        var organization = AnOrganization.in(storage());
        var member = APerson.in(storage());
        var stranger = APerson.in(storage());
        var membership = new Membership(organization, member, Role.MEMBER, Sample.NOW);

        run(() -> store().addMember(membership));

        assertThat(call(() -> store().membership(organization, member))).contains(membership);
        assertThat(call(() -> store().membership(organization, stranger))).isEmpty();
    }

    @Test
    default void doesNotTakeAMemberOfOneOrganizationForAMemberOfAnother() {
        var mine = AnOrganization.in(storage());
        var other = AnOrganization.in(storage());
        var person = APerson.in(storage());

        run(() -> store().addMember(new Membership(mine, person, Role.OWNER, Sample.NOW)));

        assertThat(call(() -> store().membership(other, person))).isEmpty();
        assertThat(call(() -> store().memberships(person)))
                .extracting(Membership::organization)
                .containsExactly(mine);
    }

    @Test
    default void knowsTheFirstOwnerAsTheOneWhoseAccountItBelongsTo() {
        var organization = AnOrganization.in(storage());
        var owner = APerson.in(storage());
        assertThat(call(() -> store().owner(organization))).isEmpty();

        run(() -> store().addMember(new Membership(organization, APerson.in(storage()), Role.ADMIN, Sample.NOW)));
        run(() -> store().addMember(new Membership(organization, owner, Role.OWNER, Sample.NOW.plusSeconds(1))));
        run(() -> store().addMember(
                        new Membership(organization, APerson.in(storage()), Role.OWNER, Sample.NOW.plusSeconds(2))));

        assertThat(call(() -> store().owner(organization))).contains(owner);
        assertThat(call(() -> store().owner(AnOrganization.in(storage())))).isEmpty();
    }

    @Test
    default void listsMembershipsInTheOrderOfJoining() {
        var first = AnOrganization.in(storage());
        var second = AnOrganization.in(storage());
        var person = APerson.in(storage());
        run(() -> store().addMember(new Membership(second, person, Role.VIEWER, Sample.NOW)));
        run(() -> store().addMember(new Membership(first, person, Role.OWNER, Sample.NOW.plusSeconds(1))));

        var memberships = call(() -> store().memberships(person));

        assertThat(memberships).extracting(Membership::organization).containsExactly(second, first);
    }
}
