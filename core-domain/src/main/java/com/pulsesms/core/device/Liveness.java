package com.pulsesms.core.device;

import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.EventType;
import com.pulsesms.core.kernel.Events;
import com.pulsesms.core.kernel.News;
import com.pulsesms.core.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Tells when devices come and go. It is slower to believe in a silence than the dashboard is: phones that sleep stretch
 * their heartbeats.
 */
public final class Liveness {
    /** Silence after which other systems are told that a device is disconnected. */
    public static final Duration SILENCE = Duration.ofMinutes(3);

    private static final int BATCH = 500;

    private final DeviceStore store;
    private final Events events;
    private final Transactions transactions;
    private final Clock clock;

    public Liveness(DeviceStore store, Events events, Transactions transactions, Clock clock) {
        this.store = store;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Finds those that came or went since it was run last, on whichever node. */
    public void run() {
        repeat(EventType.DEVICE_CONNECTED, () -> store.present(clock.instant().minus(SILENCE), BATCH));
        repeat(EventType.DEVICE_DISCONNECTED, () -> store.absent(clock.instant().minus(SILENCE), BATCH));
    }

    private void repeat(EventType type, Supplier<List<DeviceRef>> step) {
        List<DeviceRef> found;
        do {
            found = transactions.call(() -> tell(type, step.get()));
        } while (found.size() == BATCH);
    }

    private List<DeviceRef> tell(EventType type, List<DeviceRef> devices) {
        var now = clock.instant();
        devices.stream()
                .collect(Collectors.groupingBy(DeviceRef::organization))
                .forEach((organization, some) -> events.ofDevices(
                        organization,
                        some.stream()
                                .map(one -> new News<DeviceId>(type, one.device(), now))
                                .toList()));
        return devices;
    }
}
