package com.pulsesms.gateway.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** The departures of the last day, and how long a message must wait for its room among them. */
final class PaceWindow {
    static final long MINUTE = 60_000;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    private static final Integer ANY_SIM = null;

    private final Deque<Departure> departures = new ArrayDeque<Departure>();

    /** Starts from what was remembered; a departure that lies in the future (the clock was set back) counts as now. */
    PaceWindow(List<Departure> remembered, Moment now) {
        for (Departure departure : remembered) {
            Moment at = now.reached(departure.at()) ? departure.at() : now;
            departures.add(new Departure(at, departure.parts(), departure.sim()));
        }
    }

    void add(Departure departure, Moment now) {
        departures.add(departure);
        while (now.millisSince(departures.peekFirst().at()) >= DAY) {
            departures.removeFirst();
        }
    }

    /** Milliseconds until so many parts may leave, by what holds for the whole phone; 0 is now. */
    long waitForPhone(Pace pace, int parts, Moment now) {
        if (pace.unlimited() || departures.isEmpty()) {
            return 0;
        }
        long gap = pace.minGapMillis() - now.millisSince(departures.peekLast().at());
        return Math.max(Math.max(0, gap), waitFor(pace.phone(), ANY_SIM, parts, now));
    }

    /** Milliseconds until so many parts may leave through this SIM, by what holds for it alone; 0 is now. */
    long waitForSim(Pace pace, int sim, int parts, Moment now) {
        return pace.unlimited() ? 0 : waitFor(pace.sim(sim), sim, parts, now);
    }

    private long waitFor(PartCap cap, Integer sim, int parts, Moment now) {
        long wait = waitFor(cap.partsPerMinute(), MINUTE, sim, parts, now);
        wait = Math.max(wait, waitFor(cap.partsPerHour(), HOUR, sim, parts, now));
        return Math.max(wait, waitFor(cap.partsPerDay(), DAY, sim, parts, now));
    }

    private long waitFor(Integer cap, long window, Integer sim, int parts, Moment now) {
        if (cap == null) {
            return 0;
        }
        int room = cap - parts;
        Iterator<Departure> newestFirst = departures.descendingIterator();
        while (newestFirst.hasNext()) {
            Departure departure = newestFirst.next();
            long age = now.millisSince(departure.at());
            if (age >= window) {
                return 0;
            }
            if (sim == null || sim == departure.sim()) {
                room -= departure.parts();
                if (room < 0) {
                    // When this one leaves the window, all older ones have left it too.
                    return window - age;
                }
            }
        }
        return 0;
    }
}
