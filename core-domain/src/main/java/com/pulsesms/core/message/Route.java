package com.pulsesms.core.message;

import com.pulsesms.core.kernel.DeviceId;
import java.util.Optional;

/**
 * Which device and SIM a message must leave through.
 *
 * @param device empty for whichever asks first
 * @param sim the slot, from 0; empty for the phone's own choice
 */
public record Route(Optional<DeviceId> device, Optional<Integer> sim) {
    public static final Route ANY = new Route(Optional.empty(), Optional.empty());
}
