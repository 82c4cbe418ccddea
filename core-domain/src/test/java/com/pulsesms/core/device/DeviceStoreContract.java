package com.pulsesms.core.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.StorageContract;
import com.pulsesms.core.kernel.AtOnce;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.kernel.Walk;
import com.pulsesms.core.organization.AnOrganization;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link DeviceStore} keeps. */
public interface DeviceStoreContract extends StorageContract {
    Instant LATER = Sample.NOW.plusSeconds(30);
    List<Sim> OTHER_SIMS = List.of(new Sim(1, 7, "A1", Optional.of("+381600000000")));

    private DeviceStore store() {
        return storage().devices();
    }

    private Device inserted() {
        return ADevice.in(storage(), AnOrganization.in(storage()));
    }

    private Device again(Device device) {
        return call(() -> store().find(device.organization(), device.id())).orElseThrow();
    }

    @Test
    default void findsADeviceAsItWasInserted() {
        var device = inserted();

        assertThat(again(device)).isEqualTo(device);
        assertThat(call(() -> store().find(device.organization(), new DeviceId(Sample.id()))))
                .isEmpty();
    }

    @Test
    default void findsADeviceByItsInstallationAndByItsToken() {
        var device = inserted();

        assertThat(call(() -> store().findByInstallation(device.organization(), device.installation())))
                .contains(device);
        assertThat(call(() -> store().findByToken(device.tokenHash()))).contains(device);
        assertThat(call(() -> store().findByToken(Sample.hash()))).isEmpty();
    }

    @Test
    default void takesAnInstallationOnlyOnceInAnOrganization() {
        var device = inserted();
        var twin = ADevice.paired(device.organization(), device.installation());

        assertThatThrownBy(() -> run(() -> store().insert(twin))).isInstanceOf(RuntimeException.class);

        assertThat(again(device)).isEqualTo(device);
    }

    @Test
    default void takesTheSameInstallationInEachOrganization() {
        var mine = inserted();
        var theirs = ADevice.paired(AnOrganization.in(storage()), mine.installation());

        run(() -> store().insert(theirs));

        assertThat(call(() -> store().findByInstallation(mine.organization(), mine.installation())))
                .contains(mine);
        assertThat(call(() -> store().findByInstallation(theirs.organization(), mine.installation())))
                .contains(theirs);
    }

    @Test
    default void savesTheSettingsOfADeviceAndRaisesItsRevision() {
        var device = inserted();

        run(() -> store().update(device.named("Kitchen").paced(Pace.UNLIMITED)));

        assertThat(again(device).name()).isEqualTo("Kitchen");
        assertThat(again(device).pace()).isEqualTo(Pace.UNLIMITED);
        assertThat(again(device).revision()).isEqualTo(1);
    }

    @Test
    default void keepsTheCapsOfADeviceAndOfItsSims() {
        var device = inserted();
        var caps = new PartCap(OptionalInt.empty(), OptionalInt.of(100), OptionalInt.of(1_000));
        var pace = new Pace(caps, Map.of(0, PartCap.perMinute(12), 1, caps));

        run(() -> store().update(device.paced(pace)));
        assertThat(again(device).pace()).isEqualTo(pace);

        run(() -> store().update(again(device).paced(Pace.DEFAULT)));
        assertThat(again(device).pace()).isEqualTo(Pace.DEFAULT);
    }

    @Test
    default void letsOneAtATimeLockADevice() {
        var device = inserted();

        AtOnce.call(4, node -> {
            run(() -> {
                var locked = store().lock(device.organization(), device.id()).orElseThrow();
                store().update(locked.named("Phone " + node));
            });
            return node;
        });

        assertThat(again(device).revision()).isEqualTo(4);
        assertThat(call(() -> store().lock(AnOrganization.in(storage()), device.id())))
                .isEmpty();
    }

    @Test
    default void refusesToSaveAStaleDevice() {
        var device = inserted();
        run(() -> store().update(device.named("First")));

        refusesAs("stale", () -> store().update(device.named("Second")));

        assertThat(again(device).name()).isEqualTo("First");
    }

    @Test
    default void findsADevicePairedAnewByItsNewTokenOnly() {
        var device = inserted();
        var hardware = new Hardware("Fairphone", "5", "15", "1.1");
        var anew = device.pairedAgain(hardware, OTHER_SIMS, Sample.hash(), LATER);

        run(() -> store().update(anew));

        assertThat(call(() -> store().findByToken(device.tokenHash()))).isEmpty();
        var found = call(() -> store().findByToken(anew.tokenHash())).orElseThrow();
        assertThat(found.hardware()).isEqualTo(hardware);
        assertThat(found.sims()).isEqualTo(OTHER_SIMS);
        assertThat(found.pairedAt()).isEqualTo(LATER);
        assertThat(found.lastSeenAt()).contains(LATER);
    }

    @Test
    default void findsARemovedDeviceButListsItNoMore() {
        var device = inserted();

        run(() -> store().update(device.removed(LATER)));

        assertThat(again(device).removedAt()).contains(LATER);
        assertThat(call(() -> store().findByToken(device.tokenHash()))).isPresent();
        assertThat(call(() -> store().page(device.organization(), PageRequest.first()))
                        .items())
                .isEmpty();
    }

    @Test
    default void bringsARemovedDeviceBackWhenItPairsAgain() {
        var device = inserted();
        run(() -> store().update(device.removed(LATER)));

        run(() -> store().update(again(device).pairedAgain(device.hardware(), OTHER_SIMS, Sample.hash(), LATER)));

        assertThat(again(device).removed()).isFalse();
        assertThat(call(() -> store().page(device.organization(), PageRequest.first()))
                        .items())
                .hasSize(1);
    }

    @Test
    default void listsDevicesTheLatestPairedFirst() {
        var organization = AnOrganization.in(storage());
        var devices = Stream.generate(() -> ADevice.in(storage(), organization))
                .limit(5)
                .toList();

        var listed = Walk.<Device>over(2, page -> call(() -> store().page(organization, page)));

        assertThat(listed)
                .containsExactly(devices.get(4), devices.get(3), devices.get(2), devices.get(1), devices.get(0));
    }

    @Test
    default void remembersTheLatestSignOfLifeOnly() {
        var device = inserted();

        run(() -> store().seen(device.organization(), device.id(), LATER));
        run(() -> store().seen(device.organization(), device.id(), LATER.minusSeconds(1)));

        assertThat(again(device).lastSeenAt()).contains(LATER);
        assertThat(again(device).revision()).isZero();
    }

    @Test
    default void remembersAHeartbeatAsASignOfLife() {
        var device = inserted();

        run(() -> store().heard(device.organization(), device.id(), LATER, ADevice.well(), OTHER_SIMS, "1.2"));

        var heard = again(device);
        assertThat(heard.vitals()).isEqualTo(ADevice.well());
        assertThat(heard.sims()).isEqualTo(OTHER_SIMS);
        assertThat(heard.hardware()).isEqualTo(device.hardware().withAppVersion("1.2"));
        assertThat(heard.lastSeenAt()).contains(LATER);
        assertThat(heard.revision()).isZero();
    }

    @Test
    default void keepsWhatAHeartbeatToldWhileSomebodyChangesTheSettings() {
        var device = inserted();
        run(() -> store().heard(device.organization(), device.id(), LATER, ADevice.well(), OTHER_SIMS, "1.2"));

        run(() -> store().update(device.named("Kitchen")));

        var changed = again(device);
        assertThat(changed.name()).isEqualTo("Kitchen");
        assertThat(changed.vitals()).isEqualTo(ADevice.well());
        assertThat(changed.sims()).isEqualTo(OTHER_SIMS);
        assertThat(changed.hardware().appVersion()).isEqualTo("1.2");
        assertThat(changed.lastSeenAt()).contains(LATER);
    }

    @Test
    default void showsADeviceToItsOwnOrganizationOnly() {
        var other = AnOrganization.in(storage());
        var device = inserted();

        assertThat(call(() -> store().find(other, device.id()))).isEmpty();
        assertThat(call(() -> store().findByInstallation(other, device.installation())))
                .isEmpty();
        assertThat(call(() -> store().page(other, PageRequest.first())).items()).isEmpty();
    }

    @Test
    default void letsNoOtherOrganizationChangeADevice() {
        var other = AnOrganization.in(storage());
        var device = inserted();
        var forged = new Device(
                device.id(),
                other,
                "Forged",
                device.installation(),
                device.hardware(),
                device.sims(),
                device.pace(),
                device.tokenHash(),
                device.pairedAt(),
                Optional.of(LATER),
                Optional.empty(),
                Vitals.UNKNOWN,
                0);

        refuses(() -> store().update(forged));
        run(() -> store().seen(other, device.id(), LATER));
        run(() -> store().heard(other, device.id(), LATER, ADevice.well(), OTHER_SIMS, "6.6"));

        assertThat(again(device)).isEqualTo(device);
    }

    private boolean cameAt(Device device, Instant seenAfter) {
        return call(() -> store().present(seenAfter, 10_000))
                .contains(new DeviceRef(device.organization(), device.id()));
    }

    private boolean wentAt(Device device, Instant notSeenSince) {
        return call(() -> store().absent(notSeenSince, 10_000))
                .contains(new DeviceRef(device.organization(), device.id()));
    }

    @Test
    default void tellsOnceThatADeviceCameAndOnceThatItWent() {
        var device = inserted();

        assertThat(cameAt(device, Sample.NOW)).isFalse();
        assertThat(cameAt(device, Sample.NOW.minusSeconds(1))).isTrue();
        assertThat(cameAt(device, Sample.NOW.minusSeconds(1))).isFalse();
        assertThat(wentAt(device, Sample.NOW.minusSeconds(1))).isFalse();
        assertThat(wentAt(device, Sample.NOW)).isTrue();
        assertThat(wentAt(device, Sample.NOW)).isFalse();
    }

    @Test
    default void takesARemovedDeviceForGone() {
        var device = inserted();
        cameAt(device, Sample.NOW.minusSeconds(1));
        run(() -> store().update(device.removed(LATER)));

        assertThat(wentAt(device, Sample.NOW.minusSeconds(1))).isTrue();
        assertThat(cameAt(device, Sample.NOW.minusSeconds(1))).isFalse();
    }
}
