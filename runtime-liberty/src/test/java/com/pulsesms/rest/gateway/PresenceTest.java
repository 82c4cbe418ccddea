package com.pulsesms.rest.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.Storage;
import com.pulsesms.core.device.ADevice;
import com.pulsesms.core.device.Device;
import com.pulsesms.core.device.Devices;
import com.pulsesms.core.device.Vitals;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.kernel.TestClock;
import com.pulsesms.core.memory.MemoryStorage;
import com.pulsesms.core.organization.AnOrganization;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PresenceTest {
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Storage storage = MemoryStorage.open();
    private final TestClock clock = new TestClock(Sample.NOW.plusSeconds(60));
    private final Presence presence =
            new Presence(new Devices(storage.devices(), storage.transactions(), clock), clock);
    private final Device device = ADevice.in(storage, AnOrganization.in(storage));

    @Test
    void writesTheFirstSignOfLife() {
        presence.seen(device);

        assertThat(lastSeen()).isEqualTo(clock.instant());
    }

    @Test
    void writesSignsOfLifeNotMoreOftenThanNeeded() {
        presence.seen(device);
        var first = clock.instant();

        clock.pass(MOMENT);
        presence.seen(device);

        assertThat(lastSeen()).isEqualTo(first);
        clock.pass(Presence.EVERY);
        presence.seen(device);
        assertThat(lastSeen()).isEqualTo(clock.instant());
    }

    @Test
    void writesAHeartbeatAtOnceThatTellsSomethingNew() {
        presence.heard(device, told(80, 0));
        clock.pass(MOMENT);

        presence.heard(device, told(79, 0));

        assertThat(stored().vitals().battery()).hasValue(79);
        assertThat(lastSeen()).isEqualTo(clock.instant());
    }

    @Test
    void writesHowMuchAPhoneHoldsOnlyNowAndThen() {
        presence.heard(device, told(80, 10));
        clock.pass(MOMENT);

        presence.heard(device, told(80, 9));
        assertThat(stored().vitals().queued()).isEqualTo(10);
        clock.pass(Presence.EVERY);
        presence.heard(device, told(80, 8));

        assertThat(stored().vitals().queued()).isEqualTo(8);
    }

    @Test
    void writesHeartbeatsAlsoOfAPhoneThatPollsAllTheTime() {
        presence.heard(device, told(80, 10));
        clock.pass(Presence.EVERY);
        presence.seen(device);
        clock.pass(MOMENT);

        presence.heard(device, told(80, 9));

        assertThat(stored().vitals().queued()).isEqualTo(9);
    }

    private Instant lastSeen() {
        return stored().lastSeenAt().orElseThrow();
    }

    private Device stored() {
        return storage.transactions()
                .call(() -> storage.devices().find(device.organization(), device.id()))
                .orElseThrow();
    }

    private Presence.Told told(int battery, int queued) {
        var vitals = new Vitals(
                Optional.of(battery), false, Optional.of("WIFI"), true, Map.of("SEND_SMS", true), queued, 0, 0);
        return new Presence.Told(vitals, device.sims(), "1.0");
    }
}
