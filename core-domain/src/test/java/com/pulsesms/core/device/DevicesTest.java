package com.pulsesms.core.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.TestPulse;
import com.pulsesms.core.gateway.Phone;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevicesTest {
    private final TestPulse pulse = new TestPulse();
    private final Devices devices = pulse.core().devices();
    private final Actor owner = pulse.owner();
    private final Phone phone = Phone.paired(pulse.core(), owner);

    private boolean connected() {
        return devices.find(owner, phone.device().id()).connected(pulse.clock().instant());
    }

    @Test
    void countAsConnectedForNinetySecondsAfterASignOfLife() {
        assertThat(connected()).isTrue();

        pulse.clock().pass(Duration.ofSeconds(89));
        assertThat(connected()).isTrue();
        pulse.clock().pass(Duration.ofSeconds(1));
        assertThat(connected()).isFalse();

        devices.seen(phone.device());
        assertThat(connected()).isTrue();
    }

    @Test
    void tellHowTheyDoByTheirHeartbeat() {
        pulse.clock().pass(Duration.ofMinutes(5));
        var sims = List.of(new Sim(0, 1, "Yettel", Optional.empty()));

        devices.heard(phone.device(), ADevice.well(), sims, "1.1");

        var heard = devices.find(owner, phone.device().id());
        assertThat(heard.vitals()).isEqualTo(ADevice.well());
        assertThat(heard.sims()).isEqualTo(sims);
        assertThat(heard.hardware().appVersion()).isEqualTo("1.1");
        assertThat(connected()).isTrue();
    }

    @Test
    void areChangedWhileTheyBeat() {
        devices.heard(phone.device(), ADevice.well(), List.of(), "1.1");

        var changed = devices.change(owner, phone.device().id(), Devices.Change.named("Shop"));

        assertThat(changed.name()).isEqualTo("Shop");
        assertThat(changed.vitals()).isEqualTo(ADevice.well());
    }

    @Test
    void areNotThereOnceRemoved() {
        var id = phone.device().id();

        pulse.core().deviceRemoval().remove(owner, id);

        assertThat(devices.page(owner, PageRequest.first()).items()).isEmpty();
        assertThatThrownBy(() -> devices.find(owner, id)).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> pulse.core().deviceRemoval().remove(owner, id)).isInstanceOf(Refusal.NotFound.class);
        assertThat(phone.device().connected(pulse.clock().instant())).isFalse();
    }

    @Test
    void areKnownByTheirTokenOnly() {
        assertThatThrownBy(() -> devices.authenticate(Secret.random("dt_")))
                .isInstanceOf(Refusal.Unauthenticated.class);
        assertThatThrownBy(() -> devices.authenticate(new Secret(phone.device().tokenHash())))
                .isInstanceOf(Refusal.Unauthenticated.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 9, 601})
    void refuseAPaceThatIsTooSlowForTheLongestTextOrBeyondReason(int partsPerMinute) {
        assertThatThrownBy(() -> Pace.of(partsPerMinute)).isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void spreadTheirPartsOverTheMinute() {
        assertThat(Pace.DEFAULT.gap()).isEqualTo(Duration.ofMillis(2_500));
        assertThat(Pace.UNLIMITED.gap()).isZero();
    }
}
