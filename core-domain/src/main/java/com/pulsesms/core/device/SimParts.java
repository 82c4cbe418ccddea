package com.pulsesms.core.device;

import java.util.List;
import java.util.Optional;

/**
 * Some parts at one SIM.
 *
 * @param sim its slot, or empty where nobody knows which it is
 */
public record SimParts(Optional<Integer> sim, int parts) {
    public static int total(List<SimParts> all) {
        return all.stream().mapToInt(SimParts::parts).sum();
    }

    public boolean through(int slot) {
        return sim.filter(known -> known == slot).isPresent();
    }
}
