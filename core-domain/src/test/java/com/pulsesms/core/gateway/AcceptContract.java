package com.pulsesms.core.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.StorageContract;
import com.pulsesms.core.device.ADevice;
import com.pulsesms.core.device.Device;
import com.pulsesms.core.device.SimParts;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.memory.MemoryDatabase;
import com.pulsesms.core.message.AMessage;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.organization.AnOrganization;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link HandOverStore} keeps when devices are offered messages again, and accept them. */
public interface AcceptContract extends StorageContract {
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

    private List<Claimed> reoffered(Device device) {
        return call(() ->
                store().reoffer(device.organization(), HandOverStore.Wish.of(device.id(), 100), AtDevice.LEASE_ENDS));
    }

    private static List<MessageId> ids(List<Claimed> claimed) {
        return claimed.stream().map(c -> c.claim().message()).toList();
    }

    @Test
    default void offersAgainWhatWasNotAcceptedUnderTheSameClaims() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        AMessage.many(storage(), organization, 3);
        var claimed = at(device).claimed();

        assertThat(reoffered(device)).containsExactlyInAnyOrderElementsOf(claimed);
        assertThat(reoffered(device)).containsExactlyInAnyOrderElementsOf(claimed);
        assertThat(ids(reoffered(device))).isSortedAccordingTo((a, b) -> MemoryDatabase.compare(a.value(), b.value()));
    }

    @Test
    default void offersNoMoreAgainThanAskedFor() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        AMessage.many(storage(), organization, 3);
        at(device).claimed();

        assertThat(call(() ->
                        store().reoffer(organization, HandOverStore.Wish.of(device.id(), 2), AtDevice.LEASE_ENDS)))
                .hasSize(2);
    }

    @Test
    default void offersAgainNothingThatWasAcceptedOrIsAtAnotherDevice() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        var other = ADevice.in(storage(), organization);
        AMessage.many(storage(), organization, 3);
        at(other).claimed(1);
        var mine = ids(at(device).claimed());
        at(device).accept(mine.subList(0, 1));

        assertThat(ids(reoffered(device))).containsExactly(mine.get(1));
    }

    @Test
    default void renewsTheLeasesOfWhatIsOfferedAgain() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        var message = AMessage.of(organization).in(storage());
        at(device).claimed();

        run(() -> store().reoffer(
                        organization, HandOverStore.Wish.of(device.id(), 5), AtDevice.LEASE_ENDS.plusSeconds(60)));
        run(() -> store().endLeases(AtDevice.LEASE_ENDS.plusSeconds(1), 10_000));

        assertThat(again(message).status()).isEqualTo(MessageStatus.DISPATCHED);
    }

    @Test
    default void remembersWhatWasAccepted() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        AMessage.many(storage(), organization, 2);
        var claimed = ids(at(device).claimed());

        at(device).accept(claimed.subList(0, 1));

        assertThat(held(organization, claimed.get(0)).accepted()).isTrue();
        assertThat(held(organization, claimed.get(0)).status()).isEqualTo(MessageStatus.DISPATCHED);
        assertThat(held(organization, claimed.get(1)).accepted()).isFalse();
    }

    @Test
    default void forgetsTheAcceptanceWithTheClaim() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        var message = AMessage.of(organization).in(storage());
        at(device).accepted();
        run(() -> store().requeue(organization, List.of(message.id()), Sample.NOW, true));

        at(device).claimed();

        assertThat(held(organization, message.id()).accepted()).isFalse();
        assertThat(ids(reoffered(device))).containsExactly(message.id());
    }

    @Test
    default void countsThePartsThatADeviceHoldsAcceptedOrNot() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        AMessage.many(storage(), organization, 4);
        var held = ids(at(device).claimed(3));
        run(() -> store().write(organization, List.of(new HandOverStore.Written(held.get(1), "Long", 5))));
        at(device).accept(held.subList(0, 2));

        assertThat(partsHeld(device)).isEqualTo(7);

        at(device).settle(held.get(1), MessageStatus.SENT);
        assertThat(partsHeld(device)).isEqualTo(2);
        at(device).settle(held.get(0), MessageStatus.UNKNOWN);
        run(() -> store().requeue(organization, held.subList(2, 3), Sample.NOW, false));
        assertThat(partsHeld(device)).isZero();
    }

    private int partsHeld(Device device) {
        return SimParts.total(call(() -> store().partsHeld(device.organization(), device.id())));
    }
}
