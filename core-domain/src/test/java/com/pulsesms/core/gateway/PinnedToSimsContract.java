package com.pulsesms.core.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.StorageContract;
import com.pulsesms.core.device.ADevice;
import com.pulsesms.core.device.Device;
import com.pulsesms.core.device.SimParts;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.message.AMessage;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.organization.AnOrganization;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link HandOverStore} keeps about messages that must leave through one SIM. */
public interface PinnedToSimsContract extends StorageContract {
    private HandOverStore store() {
        return storage().handOver();
    }

    private List<MessageId> claimed(Device device, int max, Integer... fullSims) {
        var wish = new HandOverStore.Wish(device.id(), max, Set.of(fullSims), Lane.ALL);
        return call(() -> store().claim(device.organization(), wish, Sample.NOW, AtDevice.LEASE_ENDS)).stream()
                .map(claimed -> claimed.claim().message())
                .toList();
    }

    @Test
    default void passesOverWhatMustLeaveThroughAFullSim() {
        var device = ADevice.in(storage(), AnOrganization.in(storage()));
        var organization = device.organization();
        AMessage.of(organization).through(device.id(), 0).in(storage());
        var other = AMessage.of(organization).through(device.id(), 1).in(storage());
        AMessage.of(organization).throughSim(0).in(storage());
        var anyDevice = AMessage.of(organization).throughSim(1).in(storage());
        var anySim = AMessage.of(organization).through(device.id()).in(storage());
        var free = AMessage.of(organization).in(storage());

        assertThat(claimed(device, 10, 0))
                .containsExactlyInAnyOrder(other.id(), anyDevice.id(), anySim.id(), free.id());
    }

    @Test
    default void passesOverSeveralFullSims() {
        var device = ADevice.in(storage(), AnOrganization.in(storage()));
        var organization = device.organization();
        AMessage.of(organization).through(device.id(), 0).in(storage());
        AMessage.of(organization).through(device.id(), 2).in(storage());
        var between = AMessage.of(organization).through(device.id(), 1).in(storage());
        var beyond = AMessage.of(organization).through(device.id(), 3).in(storage());

        assertThat(claimed(device, 10, 0, 2)).containsExactlyInAnyOrder(between.id(), beyond.id());
        assertThat(claimed(device, 10, 0, 2)).isEmpty();
        assertThat(claimed(device, 10)).hasSize(2);
    }

    @Test
    default void takesNoMoreThanAskedForBesidesAFullSim() {
        var device = ADevice.in(storage(), AnOrganization.in(storage()));
        var organization = device.organization();
        for (var n = 0; n < 3; n++) {
            AMessage.of(organization).through(device.id(), 1).in(storage());
            AMessage.of(organization).urgent().in(storage());
            AMessage.of(organization).in(storage());
        }

        assertThat(claimed(device, 5, 0)).hasSize(5);
        assertThat(claimed(device, 5, 0)).hasSize(4);
    }

    @Test
    default void tellsWhichSimsThePartsMustLeaveThroughThatADeviceHolds() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        AMessage.of(organization).through(device.id(), 1).in(storage());
        AMessage.of(organization).through(device.id(), 1).in(storage());
        AMessage.of(organization).in(storage());
        AtDevice.of(storage(), device).claimed();

        var held = call(() -> store().partsHeld(organization, device.id()));

        assertThat(SimParts.total(held)).isEqualTo(3);
        assertThat(SimParts.total(held.stream().filter(one -> one.through(1)).toList()))
                .isEqualTo(2);
    }

    @Test
    default void tellsWhatMayHaveLeftOfWhatNobodyWaitsForAnyMore() {
        var organization = AnOrganization.in(storage());
        var silent = ADevice.in(storage(), organization);
        AMessage.of(organization).through(silent.id(), 1).in(storage());
        AtDevice.of(storage(), silent).accepted();
        var removed = ADevice.in(storage(), organization);
        AMessage.of(organization).in(storage());
        AtDevice.of(storage(), removed).accepted();

        var byRemoval = call(() -> store().giveUpDevice(organization, removed.id(), Sample.NOW));
        assertThat(byRemoval.mayHaveLeft())
                .containsExactly(new Swept.MayHaveLeft(organization, removed.id(), new SimParts(Optional.empty(), 1)));

        var bySilence = call(() -> store().giveUpOverdue(AtDevice.REPORT_DUE.plusSeconds(1), 10_000));
        assertThat(bySilence.mayHaveLeft())
                .contains(new Swept.MayHaveLeft(organization, silent.id(), new SimParts(Optional.of(1), 1)));
    }

    @Test
    default void tellsOfNothingThatLeftWhereLeasesEndAndDeadlinesPass() {
        var organization = AnOrganization.in(storage());
        var deadline = Sample.NOW.plusSeconds(30);
        AMessage.of(organization).until(deadline).in(storage());
        AMessage.of(organization).in(storage());
        AtDevice.of(storage(), ADevice.in(storage(), organization)).claimed();

        assertThat(call(() -> store().expire(deadline.plusSeconds(1), 10_000)).mayHaveLeft())
                .isEmpty();
        assertThat(call(() -> store().endLeases(AtDevice.LEASE_ENDS.plusSeconds(1), 10_000))
                        .mayHaveLeft())
                .isEmpty();
    }
}
