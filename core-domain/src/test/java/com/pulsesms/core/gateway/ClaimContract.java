package com.pulsesms.core.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.StorageContract;
import com.pulsesms.core.contact.AnOptOut;
import com.pulsesms.core.device.ADevice;
import com.pulsesms.core.device.Device;
import com.pulsesms.core.device.SimParts;
import com.pulsesms.core.kernel.AtOnce;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.message.AMessage;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.organization.AnOrganization;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link HandOverStore} keeps when devices claim. */
public interface ClaimContract extends StorageContract {
    private HandOverStore store() {
        return storage().handOver();
    }

    private AtDevice at(Device device) {
        return AtDevice.of(storage(), device);
    }

    private Message again(Message message) {
        return call(() -> storage().messages().find(message.organization(), message.id()))
                .orElseThrow();
    }

    private Held held(OrganizationId organization, MessageId id) {
        return call(() -> store().lock(organization, List.of(id))).get(0);
    }

    private static List<MessageId> ids(List<Claimed> claimed) {
        return claimed.stream().map(c -> c.claim().message()).toList();
    }

    @Test
    default void saysOfAClaimedMessageThatItsRecipientOptedOut() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        AMessage.of(organization).to(Sample.number(1)).in(storage());
        AMessage.of(organization).to(Sample.number(2)).in(storage());
        AnOptOut.in(storage(), organization, Sample.number(1));
        AnOptOut.in(storage(), AnOrganization.in(storage()), Sample.number(2));

        assertThat(at(device).claimed())
                .extracting(Claimed::wording)
                .containsExactly(new Wording.OptedOut(), new Wording.Written("Hello"));
        assertThat(call(() ->
                        store().reoffer(organization, HandOverStore.Wish.of(device.id(), 10), AtDevice.LEASE_ENDS)))
                .extracting(Claimed::wording)
                .containsExactly(new Wording.OptedOut(), new Wording.Written("Hello"));
    }

    @Test
    default void handsAClaimedMessageToTheDeviceUnderClaimNumberOne() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        var message = AMessage.of(organization)
                .through(device.id(), 1)
                .until(Sample.NOW.plusSeconds(600))
                .in(storage());

        var claimed = at(device).claimed();

        assertThat(claimed)
                .containsExactly(new Claimed(
                        new Claim(message.id(), 1),
                        Optional.empty(),
                        message.to(),
                        new Wording.Written("Hello"),
                        Lane.NORMAL,
                        Optional.of(1),
                        message.deadline()));
        assertThat(again(message).status()).isEqualTo(MessageStatus.DISPATCHED);
        assertThat(again(message).device()).contains(device.id());
        assertThat(held(organization, message.id()))
                .isEqualTo(new Held(
                        message.id(),
                        Optional.empty(),
                        Optional.of(device.id()),
                        1,
                        false,
                        0,
                        message.deadline(),
                        new SimParts(Optional.of(1), 1),
                        MessageStatus.DISPATCHED,
                        Recall.NONE));
    }

    @Test
    default void remembersWhenAMessageWasClaimed() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        var message = AMessage.of(organization).in(storage());
        var then = Sample.NOW.plusSeconds(5);

        run(() -> store().claim(organization, HandOverStore.Wish.of(device.id(), 1), then, then.plusSeconds(60)));

        assertThat(again(message).times().changedAt()).isEqualTo(then);
        assertThat(again(message).times().createdAt()).isEqualTo(Sample.NOW);
    }

    @Test
    default void claimsNoMoreThanAskedForAndNothingTwice() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        AMessage.many(storage(), organization, 5);

        var first = at(device).claimed(3);
        var second = at(device).claimed(3);
        var third = at(device).claimed(3);

        assertThat(first).hasSize(3);
        assertThat(second).hasSize(2);
        assertThat(third).isEmpty();
        assertThat(ids(first)).doesNotContainAnyElementsOf(ids(second));
    }

    @Test
    default void claimsUrgentMessagesFirst() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        AMessage.many(storage(), organization, 4);
        var one = AMessage.of(organization).urgent().in(storage());
        var two = AMessage.of(organization).urgent().in(storage());

        assertThat(ids(at(device).claimed(2))).containsExactlyInAnyOrder(one.id(), two.id());
        assertThat(at(device).claimed(10)).hasSize(4);
    }

    @Test
    default void claimsOnlyOfTheLanesWishedFor() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        AMessage.of(organization).in(storage());
        AMessage.of(organization).through(device.id()).in(storage());
        var urgent = AMessage.of(organization).urgent().in(storage());
        var wish = HandOverStore.Wish.of(device.id(), 10).only(Set.of(Lane.URGENT));

        assertThat(ids(call(() -> store().claim(organization, wish, Sample.NOW, AtDevice.LEASE_ENDS))))
                .containsExactly(urgent.id());
        assertThat(at(device).claimed()).hasSize(2);
    }

    @Test
    default void offersAgainOnlyOfTheLanesWishedFor() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        var normal = AMessage.of(organization).in(storage());
        var urgent = AMessage.of(organization).urgent().in(storage());
        at(device).claimed();
        var wish = HandOverStore.Wish.of(device.id(), 10).only(Set.of(Lane.URGENT));

        var offered = call(() -> store().reoffer(organization, wish, AtDevice.LEASE_ENDS.plusSeconds(30)));

        assertThat(ids(offered)).containsExactly(urgent.id());
        run(() -> store().endLeases(AtDevice.LEASE_ENDS, 1_000));
        assertThat(again(normal).status()).isEqualTo(MessageStatus.QUEUED);
        assertThat(again(urgent).status()).isEqualTo(MessageStatus.DISPATCHED);
    }

    @Test
    default void fillsAClaimOfUrgentMessagesUpWithNormalOnes() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        AMessage.many(storage(), organization, 4);
        var urgent = AMessage.of(organization).urgent().in(storage());

        var claimed = at(device).claimed(3);

        assertThat(ids(claimed)).hasSize(3).startsWith(urgent.id());
    }

    @Test
    default void keepsPinnedMessagesForTheirDevice() {
        var organization = AnOrganization.in(storage());
        var chosen = ADevice.in(storage(), organization);
        var other = ADevice.in(storage(), organization);
        var pinned = AMessage.of(organization).through(chosen.id()).in(storage());
        var free = AMessage.of(organization).in(storage());

        assertThat(ids(at(other).claimed())).containsExactly(free.id());
        assertThat(ids(at(chosen).claimed())).containsExactly(pinned.id());
    }

    @Test
    default void givesAMessageTheNextClaimNumberEachTime() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        var message = AMessage.of(organization).in(storage());

        for (var number = 1; number <= 3; number++) {
            assertThat(at(device).claimed())
                    .extracting(Claimed::claim)
                    .containsExactly(new Claim(message.id(), number));
            run(() -> {
                store().lock(organization, List.of(message.id()));
                store().requeue(organization, List.of(message.id()), Sample.NOW, false);
            });
        }
    }

    @Test
    default void claimsNothingWhenTheTransactionIsUndone() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        var message = AMessage.of(organization).in(storage());

        assertThatThrownBy(() -> run(() -> {
                    store().claim(organization, HandOverStore.Wish.of(device.id(), 5), Sample.NOW, AtDevice.LEASE_ENDS);
                    throw new IllegalStateException("This failure is part of the test");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(again(message)).isEqualTo(message);
        assertThat(at(device).claimed()).extracting(Claimed::claim).containsExactly(new Claim(message.id(), 1));
    }

    @Test
    default void handsEachMessageToOneOfManyDevicesThatClaimAtOnce() {
        var organization = AnOrganization.in(storage());
        var devices = List.of(
                ADevice.in(storage(), organization),
                ADevice.in(storage(), organization),
                ADevice.in(storage(), organization),
                ADevice.in(storage(), organization));
        var messages = AMessage.many(storage(), organization, 400);

        var claimed = AtOnce.call(devices.size(), n -> {
            var mine = new ArrayList<MessageId>();
            // A claim passes over what others are claiming, and so may come back with less or nothing.
            while (call(() -> store().waiting(Set.of(organization), Lane.ALL)).contains(organization)) {
                mine.addAll(ids(at(devices.get(n)).claimed(7)));
            }
            return mine;
        });

        assertThat(claimed.stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(
                        messages.stream().map(Message::id).toList());
        for (var n = 0; n < devices.size(); n++) {
            var device = Optional.of(devices.get(n).id());
            assertThat(claimed.get(n))
                    .allMatch(id -> held(organization, id).device().equals(device));
        }
    }

    @Test
    default void tellsForWhichOrganizationsMessagesWait() {
        var waiting = AnOrganization.in(storage());
        var idle = AnOrganization.in(storage());
        var served = AnOrganization.in(storage());
        var unasked = AnOrganization.in(storage());
        AMessage.of(waiting).in(storage());
        AMessage.of(unasked).in(storage());
        AMessage.of(served).in(storage());
        at(ADevice.in(storage(), served)).claimed();

        assertThat(call(() -> store().waiting(Set.of(waiting, idle, served), Lane.ALL)))
                .containsExactly(waiting);
    }

    @Test
    default void tellsInWhichLanesMessagesWait() {
        var normal = AnOrganization.in(storage());
        var urgent = AnOrganization.in(storage());
        AMessage.of(normal).in(storage());
        AMessage.of(urgent).through(ADevice.in(storage(), urgent).id()).urgent().in(storage());
        var both = Set.of(normal, urgent);

        assertThat(call(() -> store().waiting(both, Set.of(Lane.URGENT)))).containsExactly(urgent);
        assertThat(call(() -> store().waiting(both, Set.of(Lane.NORMAL)))).containsExactly(normal);
        assertThat(call(() -> store().waiting(both, Lane.ALL))).isEqualTo(both);
    }

    @Test
    default void handsOverNothingOfAnotherOrganization() {
        var other = AnOrganization.in(storage());
        var mine = AnOrganization.in(storage());
        var device = ADevice.in(storage(), mine);
        var message = AMessage.of(mine).in(storage());
        var pinned = AMessage.of(mine).through(device.id()).in(storage());

        assertThat(claimedBy(other, device)).isEmpty();
        assertThat(at(ADevice.in(storage(), other)).claimed()).isEmpty();

        at(device).claimed();
        assertThat(call(() -> store().reoffer(other, HandOverStore.Wish.of(device.id(), 5), AtDevice.LEASE_ENDS)))
                .isEmpty();
        assertThat(call(() -> store().lock(other, List.of(message.id(), pinned.id()))))
                .isEmpty();
        assertThat(call(() -> store().partsHeld(other, device.id()))).isEmpty();
    }

    private List<Claimed> claimedBy(OrganizationId organization, Device device) {
        return call(() ->
                store().claim(organization, HandOverStore.Wish.of(device.id(), 5), Sample.NOW, AtDevice.LEASE_ENDS));
    }

    @Test
    default void letsNoOtherOrganizationChangeAMessage() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        var message = AMessage.of(organization).in(storage());
        at(device).claimed();
        var before = again(message);
        var other = AnOrganization.in(storage());
        var due = AtDevice.REPORT_DUE;

        run(() -> {
            store().write(other, List.of(new HandOverStore.Written(message.id(), "Forged", 9)));
            store().accept(other, List.of(new HandOverStore.Acceptance(message.id(), Sample.NOW, due)));
            store().settle(other, List.of(AtDevice.to(message.id(), MessageStatus.SENT)));
            store().requeue(other, List.of(message.id()), Sample.NOW, true);
            store().giveUpDevice(other, device.id(), Sample.NOW);
        });

        assertThat(again(message)).isEqualTo(before);
        assertThat(held(organization, message.id()).accepted()).isFalse();
        assertThat(held(organization, message.id()).returns()).isZero();
    }
}
