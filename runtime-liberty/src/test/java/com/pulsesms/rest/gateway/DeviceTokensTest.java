package com.pulsesms.rest.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.Storage;
import com.pulsesms.core.device.ADevice;
import com.pulsesms.core.device.Device;
import com.pulsesms.core.device.Devices;
import com.pulsesms.core.device.Sim;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.kernel.Secret;
import com.pulsesms.core.kernel.TestClock;
import com.pulsesms.core.memory.MemoryStorage;
import com.pulsesms.core.organization.AnOrganization;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceTokensTest {
    private final Storage storage = MemoryStorage.open();
    private final TestClock clock = new TestClock(Sample.NOW);
    private final Devices devices = new Devices(storage.devices(), storage.transactions(), clock);
    private final DeviceTokens tokens = new DeviceTokens(devices, clock);
    private final Secret token = Secret.random("dt_");
    private final Device device = stored();

    @Test
    void knowsAPhoneByItsToken() {
        assertThat(tokens.authenticate(token).id()).isEqualTo(device.id());
    }

    @Test
    void refusesATokenThatNoDeviceHas() {
        assertThatThrownBy(() -> tokens.authenticate(Secret.random("dt_"))).isInstanceOf(Refusal.Unauthenticated.class);
    }

    @Test
    void learnsSoonThatADeviceWasRemoved() {
        tokens.authenticate(token);
        remove();

        clock.pass(DeviceTokens.FRESH);

        assertThat(tokens.authenticate(token).removed()).isTrue();
    }

    @Test
    void learnsAtOnceThatADeviceWasRemovedHere() {
        tokens.authenticate(token);
        remove();

        tokens.forget(device.id());

        assertThat(tokens.authenticate(token).removed()).isTrue();
    }

    @Test
    void letsARemovedDeviceReportForAWeek() {
        remove();

        clock.pass(DeviceTokens.REPORTS_AFTER_REMOVAL);
        assertThat(tokens.authenticate(token).removed()).isTrue();
        clock.pass(DeviceTokens.FRESH);

        assertThatThrownBy(() -> tokens.authenticate(token)).isInstanceOf(Refusal.Unauthenticated.class);
    }

    @Test
    void forgetsWhatIsNoLongerFresh() {
        tokens.authenticate(token);
        remove();

        clock.pass(DeviceTokens.FRESH.minus(Duration.ofMillis(1)));
        tokens.prune();
        assertThat(tokens.authenticate(token).removed()).isFalse();
        clock.pass(Duration.ofMillis(1));
        tokens.prune();

        assertThat(tokens.authenticate(token).removed()).isTrue();
    }

    private void remove() {
        storage.transactions()
                .run(() -> storage.devices()
                        .update(storage.devices()
                                .find(device.organization(), device.id())
                                .orElseThrow()
                                .removed(clock.instant())));
    }

    private Device stored() {
        var made = ADevice.paired(AnOrganization.in(storage))
                .pairedAgain(
                        ADevice.paired(AnOrganization.in(storage)).hardware(),
                        List.<Sim>of(),
                        token.hash(),
                        Sample.NOW);
        storage.transactions().run(() -> storage.devices().insert(made));
        return made;
    }
}
