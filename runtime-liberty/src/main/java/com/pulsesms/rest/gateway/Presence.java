package com.pulsesms.rest.gateway;

import com.pulsesms.core.device.Device;
import com.pulsesms.core.device.Devices;
import com.pulsesms.core.device.Sim;
import com.pulsesms.core.device.Vitals;
import com.pulsesms.core.kernel.DeviceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Remembers signs of life, but not each: of a phone that has nothing new to tell, one in {@link #EVERY}. */
public final class Presence {
    static final Duration EVERY = Duration.ofSeconds(15);

    private final Devices devices;
    private final Clock clock;
    private final Map<DeviceId, Instant> signs = new ConcurrentHashMap<>();
    private final Map<DeviceId, Heard> heartbeats = new ConcurrentHashMap<>();

    public Presence(Devices devices, Clock clock) {
        this.devices = devices;
        this.clock = clock;
    }

    /** What a heartbeat tells of the phone itself. */
    record Told(Vitals vitals, List<Sim> sims, String appVersion) {
        /** How much it holds changes all the time and would be written all the time. */
        Told withoutQueue() {
            var still = new Vitals(
                    vitals.battery(),
                    vitals.charging(),
                    vitals.network(),
                    vitals.canSend(),
                    vitals.permissions(),
                    0,
                    0,
                    0);
            return new Told(still, sims, appVersion);
        }
    }

    private record Heard(Instant at, Told told) {}

    void seen(Device device) {
        var now = clock.instant();
        if (isLongAgo(signs.get(device.id()), now)) {
            signs.put(device.id(), now);
            devices.seen(device);
        }
    }

    void heard(Device device, Told told) {
        var now = clock.instant();
        var before = heartbeats.get(device.id());
        if (before == null || !before.told().equals(told.withoutQueue()) || isLongAgo(before.at(), now)) {
            signs.put(device.id(), now);
            heartbeats.put(device.id(), new Heard(now, told.withoutQueue()));
            devices.heard(device, told.vitals(), told.sims(), told.appVersion());
        }
    }

    private static boolean isLongAgo(@Nullable Instant time, Instant now) {
        return time == null || !time.plus(EVERY).isAfter(now);
    }

    /** Forgets phones that have not been heard of for a while. */
    void prune() {
        var now = clock.instant();
        signs.values().removeIf(at -> isLongAgo(at, now));
        heartbeats.values().removeIf(one -> isLongAgo(one.at(), now));
    }
}
