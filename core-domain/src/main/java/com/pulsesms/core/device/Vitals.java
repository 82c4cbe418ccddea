package com.pulsesms.core.device;

import java.util.Map;
import java.util.Optional;

/**
 * How a phone does, from its latest heartbeat.
 *
 * @param battery charge in percent, if it tells
 * @param network such as {@code wifi} or {@code mobile}, if it tells
 * @param canSend whether it has a SIM and the right to send
 * @param permissions what it was granted, by name
 * @param queued messages it holds and has not handed to its radio
 * @param sending messages its radio works on
 * @param reports what it still has to tell us
 */
public record Vitals(
        Optional<Integer> battery,
        boolean charging,
        Optional<String> network,
        boolean canSend,
        Map<String, Boolean> permissions,
        int queued,
        int sending,
        int reports) {
    /** Of a phone that has not told yet. */
    public static final Vitals UNKNOWN =
            new Vitals(Optional.empty(), false, Optional.empty(), false, Map.of(), 0, 0, 0);

    public Vitals {
        permissions = Map.copyOf(permissions);
    }
}
