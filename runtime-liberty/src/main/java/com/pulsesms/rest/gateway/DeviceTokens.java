package com.pulsesms.rest.gateway;

import com.pulsesms.core.device.Device;
import com.pulsesms.core.device.Devices;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows phones by their tokens. What it learned it believes for {@link #FRESH}: so long may a device that was removed on
 * another node, or that got another pace, count as what it was.
 */
public final class DeviceTokens {
    static final Duration FRESH = Duration.ofSeconds(10);

    /** How long a removed device may still report what it had sent. */
    static final Duration REPORTS_AFTER_REMOVAL = Duration.ofDays(7);

    private final Devices devices;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    public DeviceTokens(Devices devices, Clock clock) {
        this.devices = devices;
        this.clock = clock;
    }

    private record Known(Device device, Instant until) {}

    /**
     * The device, which may be a removed one.
     *
     * @throws Refusal.Unauthenticated {@code device_token_invalid}, also for one that was removed long ago
     */
    Device authenticate(Secret token) {
        var now = clock.instant();
        var before = known.get(token.hash());
        if (before != null && before.until().isAfter(now)) {
            return before.device();
        }
        var device = devices.authenticate(token);
        if (device.removedAt()
                .filter(at -> at.plus(REPORTS_AFTER_REMOVAL).isBefore(now))
                .isPresent()) {
            throw new Refusal.Unauthenticated("device_token_invalid", "The device was removed: pair the phone again");
        }
        known.put(token.hash(), new Known(device, now.plus(FRESH)));
        return device;
    }

    /** The device changed: the next call looks it up again. */
    public void forget(DeviceId device) {
        known.values().removeIf(one -> one.device().id().equals(device));
    }

    /** Forgets what is no longer fresh. */
    void prune() {
        var now = clock.instant();
        known.values().removeIf(one -> !one.until().isAfter(now));
    }
}
