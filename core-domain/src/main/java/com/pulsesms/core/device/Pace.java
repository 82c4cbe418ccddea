package com.pulsesms.core.device;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How fast a device may send: caps for all that leaves it, and for what leaves through one SIM.
 *
 * @param sims by slot; a SIM that is not named has no caps of its own
 */
public record Pace(PartCap device, Map<Integer, PartCap> sims) {
    /**
     * Below Android's own limit of 30 parts a minute for one app (AOSP, {@code SmsUsageMonitor.DEFAULT_SMS_MAX_COUNT} and
     * {@code DEFAULT_SMS_CHECK_PERIOD}), beyond which a system dialog blocks sending.
     */
    public static final Pace DEFAULT = Pace.of(24);

    public static final Pace UNLIMITED = new Pace(PartCap.NONE, Map.of());

    public Pace {
        var capped = new TreeMap<>(sims);
        capped.values().removeIf(PartCap::unlimited);
        sims = Map.copyOf(capped);
    }

    /** So many parts a minute for the whole device, and no other cap. */
    public static Pace of(int partsPerMinute) {
        return new Pace(PartCap.perMinute(partsPerMinute), Map.of());
    }

    public boolean unlimited() {
        return device.unlimited() && sims.isEmpty();
    }

    /** Of what leaves through a SIM by itself. */
    public PartCap sim(int slot) {
        return sims.getOrDefault(slot, PartCap.NONE);
    }

    /** Whether anything in it is counted over this span. */
    public boolean caps(Span span) {
        return Stream.concat(Stream.of(device), sims.values().stream())
                .anyMatch(cap -> cap.of(span).isPresent());
    }

    public Pace with(PartCap newDevice) {
        return new Pace(newDevice, sims);
    }

    public Pace with(int slot, PartCap cap) {
        var changed = new TreeMap<>(sims);
        changed.put(slot, cap);
        return new Pace(device, changed);
    }

    /** The shortest time between two messages: an even spread over the minute. */
    public Duration gap() {
        var parts = device.partsPerMinute();
        return parts.isPresent() ? Span.MINUTE.length().dividedBy(parts.getAsInt()) : Duration.ZERO;
    }

    /** The caps of the device, or of one SIM. */
    PartCap of(Optional<Integer> sim) {
        return sim.map(this::sim).orElse(device);
    }
}
