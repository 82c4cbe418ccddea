package com.pulsesms.core.gateway;

import com.pulsesms.core.device.Departed;
import com.pulsesms.core.device.DepartureStore;
import com.pulsesms.core.device.Device;
import com.pulsesms.core.device.DeviceStore;
import com.pulsesms.core.device.Grain;
import com.pulsesms.core.device.Pace;
import com.pulsesms.core.device.PaceUse;
import com.pulsesms.core.device.SimParts;
import com.pulsesms.core.device.Span;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.OrganizationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Holds devices to their pace, by what is stored: what a device holds and what left it count. A part leaves before its
 * device tells of it and is told of before it stops counting as held, so it counts from the claim until a whole span has
 * passed since it left. What comes back unsent stops counting at once.
 */
public final class Pacing {
    private final HandOverStore store;
    private final DeviceStore devices;
    private final DepartureStore departures;

    public Pacing(HandOverStore store, DeviceStore devices, DepartureStore departures) {
        this.store = store;
        this.devices = devices;
        this.departures = departures;
    }

    /**
     * What the device may be handed. Until the transaction ends no other claim of it is decided, so that two don't share
     * the same room; one without caps costs nothing and waits for nobody.
     */
    Room room(Device caller, Instant now) {
        if (caller.pace().unlimited()) {
            return Room.unlimited(now);
        }
        var organization = caller.organization();
        var pace = devices.lock(organization, caller.id()).map(Device::pace).orElse(caller.pace());
        var held = store.partsHeld(organization, caller.id());
        return new Room(new PaceUse(pace, held, left(caller, pace, now), now));
    }

    private List<Departed> left(Device device, Pace pace, Instant now) {
        var left = new ArrayList<Departed>();
        for (var grain : Grain.values()) {
            Arrays.stream(Span.values())
                    .filter(span -> span.grain() == grain && pace.caps(span))
                    .map(Span::length)
                    .max(Comparator.naturalOrder())
                    .map(longest -> departures.after(device.organization(), device.id(), grain, now.minus(longest)))
                    .ifPresent(left::addAll);
        }
        return left;
    }

    /** Remembers what a device tells of. */
    void left(Device device, List<SimParts> parts, Instant now) {
        if (!parts.isEmpty()) {
            departures.add(device.organization(), device.id(), now, sums(parts));
        }
    }

    /** Remembers what nobody waits for any more: it may have left until now. */
    Swept left(Swept swept, Instant now) {
        record At(OrganizationId organization, DeviceId device) {}

        // Two sweeps that meet take the devices in the same order.
        var byDevice = new TreeMap<At, List<SimParts>>(
                Comparator.comparing(at -> at.device().value()));
        swept.mayHaveLeft()
                .forEach(one -> byDevice.computeIfAbsent(
                                new At(one.organization(), one.device()), at -> new ArrayList<>())
                        .add(one.parts()));
        byDevice.forEach((at, parts) -> departures.add(at.organization(), at.device(), now, sums(parts)));
        return swept;
    }

    private static List<SimParts> sums(List<SimParts> parts) {
        Map<Optional<Integer>, Integer> sums = new HashMap<>();
        parts.forEach(some -> sums.merge(some.sim(), some.parts(), Integer::sum));
        return sums.entrySet().stream()
                .map(sum -> new SimParts(sum.getKey(), sum.getValue()))
                .sorted(Comparator.comparing(some -> some.sim().orElse(-1)))
                .collect(Collectors.toList());
    }

    /** Forgets what counts no more. */
    void forget(Instant now) {
        departures.forget(now);
    }
}
