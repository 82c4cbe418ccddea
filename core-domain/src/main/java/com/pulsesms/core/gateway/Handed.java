package com.pulsesms.core.gateway;

import com.pulsesms.core.kernel.PhoneNumber;
import java.time.Duration;
import java.util.Optional;

/**
 * A message as a device gets it. The device may send it only after it has accepted the claim.
 *
 * @param sim the slot it must leave through, or empty for the phone's own choice
 * @param sendWithin the time left until it must not be sent any more, or empty for none
 * @param laterAgain whether it is to be given back then, to be sent later, or else has expired
 */
public record Handed(
        Claim claim,
        PhoneNumber to,
        String text,
        Optional<Integer> sim,
        Optional<Duration> sendWithin,
        boolean laterAgain) {
    @Override
    public String toString() {
        return "Handed[" + claim + "]";
    }
}
