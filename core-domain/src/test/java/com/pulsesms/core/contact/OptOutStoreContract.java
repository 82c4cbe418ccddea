package com.pulsesms.core.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.StorageContract;
import com.pulsesms.core.campaign.Audience;
import com.pulsesms.core.kernel.AtOnce;
import com.pulsesms.core.kernel.OptOutId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.kernel.Walk;
import com.pulsesms.core.organization.AnOrganization;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link OptOutStore} keeps. */
public interface OptOutStoreContract extends StorageContract {
    private OptOutStore store() {
        return storage().optOuts();
    }

    private int add(OrganizationId organization, OptOut... optOuts) {
        return call(() -> store().add(organization, List.of(optOuts)));
    }

    private List<OptOut> all(OrganizationId organization) {
        return Walk.over(2, page -> call(() -> store().page(organization, page)));
    }

    @Test
    default void findsAnOptOutAsItWasAdded() {
        var organization = AnOrganization.in(storage());
        var withReason = AnOptOut.of(organization, Sample.number(1));
        var without =
                new OptOut(new OptOutId(Sample.id()), organization, Sample.number(2), Optional.empty(), Sample.NOW);

        assertThat(add(organization, withReason, without)).isEqualTo(2);

        assertThat(call(() -> store().find(organization, withReason.id()))).contains(withReason);
        assertThat(call(() -> store().find(organization, without.id()))).contains(without);
    }

    @Test
    default void keepsTheFirstOptOutOfANumber() {
        var organization = AnOrganization.in(storage());
        var first = AnOptOut.in(storage(), organization, Sample.number(1));

        var added = add(
                organization,
                new OptOut(
                        new OptOutId(Sample.id()),
                        organization,
                        Sample.number(1),
                        Optional.of("Again"),
                        Sample.NOW.plusSeconds(1)),
                AnOptOut.of(organization, Sample.number(2)));

        assertThat(added).isEqualTo(1);
        assertThat(call(() -> store().of(organization, Set.of(Sample.number(1)))))
                .containsEntry(Sample.number(1), first);
        assertThat(all(organization)).hasSize(2);
    }

    @Test
    default void addsANumberOnceWhenSeveralAddItAtOnce() {
        var organization = AnOrganization.in(storage());

        var added = AtOnce.call(
                4,
                n -> add(
                        organization,
                        IntStream.range(0, 20)
                                .map(i -> n % 2 == 0 ? i : 19 - i)
                                .mapToObj(i -> AnOptOut.of(organization, Sample.number(i)))
                                .toArray(OptOut[]::new)));

        assertThat(added.stream().mapToInt(Integer::intValue).sum()).isEqualTo(20);
        assertThat(all(organization)).hasSize(20);
    }

    @Test
    default void addsNothingInATransactionThatFails() {
        var organization = AnOrganization.in(storage());

        assertThatThrownBy(() -> run(() -> {
                    store().add(organization, List.of(AnOptOut.of(organization, Sample.number(1))));
                    throw new IllegalStateException("This failure is part of the test");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(all(organization)).isEmpty();
    }

    @Test
    default void findsThoseOfManyNumbersThatAreOptedOut() {
        var organization = AnOrganization.in(storage());
        AnOptOut.in(storage(), organization, Sample.number(1));
        AnOptOut.in(storage(), organization, Sample.number(3));
        Set<PhoneNumber> asked = Set.of(Sample.number(1), Sample.number(2));

        assertThat(call(() -> store().of(organization, asked))).containsOnlyKeys(Sample.number(1));
        assertThat(call(() -> store().of(organization, Set.of()))).isEmpty();
    }

    @Test
    default void takesAnOptOutBack() {
        var organization = AnOrganization.in(storage());
        var optOut = AnOptOut.in(storage(), organization, Sample.number(1));

        assertThat(call(() -> store().delete(organization, optOut.id()))).isTrue();
        assertThat(call(() -> store().delete(organization, optOut.id()))).isFalse();

        assertThat(call(() -> store().of(organization, Set.of(Sample.number(1)))))
                .isEmpty();
        assertThat(add(organization, AnOptOut.of(organization, Sample.number(1))))
                .isEqualTo(1);
    }

    @Test
    default void listsThemNewestFirst() {
        var organization = AnOrganization.in(storage());
        var made = IntStream.range(0, 5)
                .mapToObj(n -> AnOptOut.in(storage(), organization, Sample.number(n)))
                .toList();

        assertThat(all(organization)).containsExactly(made.get(4), made.get(3), made.get(2), made.get(1), made.get(0));
    }

    @Test
    default void knowsNothingOfAnotherOrganizationsOptOuts() {
        var organization = AnOrganization.in(storage());
        var theirs = AnOptOut.in(storage(), AnOrganization.in(storage()), Sample.number(1));

        assertThat(call(() -> store().find(organization, theirs.id()))).isEmpty();
        assertThat(call(() -> store().of(organization, Set.of(theirs.phone())))).isEmpty();
        assertThat(call(() -> store().delete(organization, theirs.id()))).isFalse();
        assertThat(all(organization)).isEmpty();
        assertThat(all(theirs.organization())).containsExactly(theirs);
    }

    @Test
    default void isNotCountedAmongRecipients() {
        var organization = AnOrganization.in(storage());
        var first = Audience.of(storage(), organization, 3);
        var second = Audience.of(storage(), organization, 4);
        AnOptOut.in(storage(), organization, Sample.number(1));
        AnOptOut.in(storage(), AnOrganization.in(storage()), Sample.number(2));

        var reach = call(() -> storage().contacts().reach(organization, List.of(first, second), Set.of()));
        assertThat(reach).isEqualTo(new Reach(3, 3, 1, new TreeMap<>()));
        assertThat(call(() -> storage().contacts().firstRecipients(organization, first, 3)))
                .extracting(Contact::phone)
                .containsExactly(Sample.number(0), Sample.number(2));
    }
}
