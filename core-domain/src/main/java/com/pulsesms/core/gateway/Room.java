package com.pulsesms.core.gateway;

import com.pulsesms.core.device.Pace;
import com.pulsesms.core.device.PaceUse;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many parts a device, and each of its SIMs that has caps of its own, may still be handed in one claim. */
final class Room {
    private final PaceUse use;
    private final Scope device;
    private final TreeMap<Integer, Scope> sims = new TreeMap<>();

    Room(PaceUse use) {
        this.use = use;
        this.device = new Scope(Optional.empty());
        use.pace().sims().keySet().forEach(slot -> sims.put(slot, new Scope(Optional.of(slot))));
    }

    static Room unlimited(Instant now) {
        return new Room(new PaceUse(Pace.UNLIMITED, List.of(), List.of(), now));
    }

    /** The whole device or one SIM. */
    private final class Scope {
        private final Optional<Integer> sim;
        private int left;
        private int wanted = 1;

        private Scope(Optional<Integer> sim) {
            this.sim = sim;
            this.left = use.room(sim);
        }

        private boolean full() {
            return left == 0;
        }

        private boolean fits(int parts) {
            if (parts > left) {
                // The rest waits too, so that a long text is not overtaken for ever by short ones.
                left = 0;
                wanted = parts;
                return false;
            }
            return true;
        }

        private Optional<Instant> opens() {
            return use.opens(sim, wanted);
        }
    }

    int parts() {
        return device.left;
    }

    /** Slots through which nothing more fits. */
    Set<Integer> fullSims() {
        return sims.entrySet().stream()
                .filter(sim -> sim.getValue().full())
                .map(sim -> sim.getKey())
                .collect(Collectors.toSet());
    }

    /** Whether the parts fit, which takes their room; if not, nothing more does. */
    boolean take(Optional<Integer> sim, int parts) {
        var scopes =
                Stream.concat(Stream.of(device), sim.map(sims::get).stream()).toList();
        if (!scopes.stream().allMatch(scope -> scope.fits(parts))) {
            return false;
        }
        scopes.forEach(scope -> scope.left -= parts);
        return true;
    }

    /** When what did not fit will, if time alone helps; empty if all did. */
    Optional<Instant> opens() {
        if (device.full()) {
            return device.opens();
        }
        return sims.values().stream()
                .filter(Scope::full)
                .flatMap(sim -> sim.opens().stream())
                .min(Comparator.naturalOrder());
    }
}
