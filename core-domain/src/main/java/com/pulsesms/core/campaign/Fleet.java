package com.pulsesms.core.campaign;

import com.pulsesms.core.device.Departed;
import com.pulsesms.core.device.DepartureStore;
import com.pulsesms.core.device.Device;
import com.pulsesms.core.device.DeviceStore;
import com.pulsesms.core.device.Grain;
import com.pulsesms.core.device.PartCap;
import com.pulsesms.core.device.Span;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.message.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The devices of an organization that can send now, and how fast. */
final class Fleet {
    private final DepartureStore departures;
    private final List<Device> able = new ArrayList<>();
    private final Instant now;

    Fleet(DeviceStore devices, DepartureStore departures, OrganizationId organization, Instant now) {
        this.departures = departures;
        this.now = now;
        var request = Optional.of(PageRequest.first(PageRequest.MAX_LIMIT));
        while (request.isPresent()) {
            var page = devices.page(organization, request.get());
            page.items().stream()
                    .filter(device -> device.connected(now) && device.vitals().canSend())
                    .forEach(able::add);
            request = page.next().map(request.get()::after);
        }
    }

    /** Those that a message with this route may leave through. */
    List<Device> able(Route route) {
        return able.stream()
                .filter(device ->
                        route.device().filter(id -> !id.equals(device.id())).isEmpty())
                .filter(device -> route.sim().filter(slot -> !has(device, slot)).isEmpty())
                .toList();
    }

    private static boolean has(Device device, int slot) {
        return device.sims().stream().anyMatch(sim -> sim.slot() == slot);
    }

    List<Capacity> capacities(Route route) {
        return able(route).stream().map(device -> capacity(device, route.sim())).toList();
    }

    private Capacity capacity(Device device, Optional<Integer> sim) {
        var ofDevice = device.pace().device();
        var ofSim = sim.map(device.pace()::sim);
        var daily = ofDevice.partsPerDay().isPresent()
                || ofSim.filter(cap -> cap.partsPerDay().isPresent()).isPresent();
        var since = now.minus((daily ? Span.DAY : Span.HOUR).length());
        var left = departures.after(device.organization(), device.id(), Grain.MINUTE, since);
        var limits = new ArrayList<>(List.of(new Capacity.Limit(ofDevice, left)));
        ofSim.ifPresent(cap -> limits.add(new Capacity.Limit(cap, through(sim.orElseThrow(), left))));
        return new Capacity(limits, ofDevice.unlimited() ? measured(left) : OptionalInt.empty());
    }

    private static List<Departed> through(int slot, List<Departed> left) {
        return left.stream().filter(some -> some.parts().through(slot)).toList();
    }

    /**
     * The best minute of the last hour: others may have been slow for want of messages. Fewer parts than the lowest cap say
     * nothing about how fast the device is.
     */
    private static OptionalInt measured(List<Departed> left) {
        return left.stream()
                .collect(Collectors.groupingBy(
                        Departed::begin,
                        Collectors.summingInt(some -> some.parts().parts())))
                .values()
                .stream()
                .mapToInt(Integer::intValue)
                .filter(parts -> parts >= PartCap.LEAST)
                .max();
    }
}
