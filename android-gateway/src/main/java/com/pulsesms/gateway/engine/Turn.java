package com.pulsesms.gateway.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One look at all waiting messages: which may leave now and through which SIM, which have to be given back, and how long
 * the others have to wait. Order is kept per SIM.
 */
final class Turn {
    /** Whichever SIM the phone takes by itself. */
    static final int DEFAULT_SIM = -1;

    private final Pace pace;
    private final PaceWindow window;
    private final PhoneState phone;
    private final Moment now;
    private final Map<Integer, Long> heldMillis = new HashMap<Integer, Long>();
    private final Map<Claim, Departure> departures = new LinkedHashMap<Claim, Departure>();
    private final List<Claim> simGone = new ArrayList<Claim>();
    private final List<Integer> chosenSims;
    private int next;
    private long waitMillis = Sender.IDLE_MILLIS;

    /** @param next which of the chosen SIMs is first in turn */
    Turn(PaceKeeper keeper, PhoneState phone, List<Integer> chosenSims, int next, Moment now) {
        this.pace = keeper.pace();
        this.window = keeper.window();
        this.phone = phone;
        this.chosenSims = present(chosenSims, phone);
        this.next = next;
        this.now = now;
    }

    private static List<Integer> present(List<Integer> chosen, PhoneState phone) {
        List<Integer> present = new ArrayList<Integer>();
        for (Integer sim : chosen) {
            if (phone.has(sim)) {
                present.add(sim);
            }
        }
        return present.isEmpty() ? Collections.singletonList(onlySim(phone)) : present;
    }

    /** The caps of a SIM hold also where nobody chose it, if it is the only one. */
    private static int onlySim(PhoneState phone) {
        return phone.sims().size() == 1 ? phone.sims().get(0).subscriptionId() : DEFAULT_SIM;
    }

    void look(List<Entry> waiting, Radio radio, int most) {
        holdTroubledSims(waiting);
        for (Entry entry : waiting) {
            if (departures.size() == most) {
                waitMillis = 0;
                return;
            }
            Integer pinned = entry.message().sim();
            if (pinned != null && !phone.has(pinned)) {
                simGone.add(entry.claim());
            } else if (ready(entry) && !place(entry, radio.parts(entry.message().text()))) {
                return;
            }
        }
    }

    /** A SIM that just had no service is not tried again with the next message. */
    private void holdTroubledSims(List<Entry> waiting) {
        for (Entry entry : waiting) {
            if (!ready(entry) && entry.departure() != null) {
                hold(entry.departure().sim(), now.millisTo(entry.notBefore()));
            }
        }
    }

    private boolean ready(Entry entry) {
        Moment notBefore = entry.notBefore();
        if (notBefore == null || !now.sameBoot(notBefore) || now.reached(notBefore)) {
            return true;
        }
        waitMillis = Math.min(waitMillis, now.millisTo(notBefore));
        return false;
    }

    /** Whether messages behind this one may still leave in this turn. */
    private boolean place(Entry entry, int parts) {
        long phoneWait = window.waitForPhone(pace, parts, now);
        if (phoneWait > 0) {
            waitMillis = Math.min(waitMillis, phoneWait);
            return false;
        }
        int sim = freeSim(entry.message().sim(), parts);
        if (heldMillis.containsKey(sim)) {
            waitMillis = Math.min(waitMillis, heldMillis.get(sim));
            return true;
        }
        Departure departure = new Departure(now, parts, sim);
        if (!pace.unlimited()) {
            window.add(departure, now);
        }
        departures.put(entry.claim(), departure);
        return true;
    }

    /** The pinned SIM, or the first in turn that may send now, or else the one that waits the shortest. */
    private int freeSim(Integer pinned, int parts) {
        if (pinned != null) {
            holdIfFull(pinned, parts);
            return pinned;
        }
        int best = chosenSims.get(next % chosenSims.size());
        for (int i = 0; i < chosenSims.size(); i++) {
            int sim = chosenSims.get((next + i) % chosenSims.size());
            holdIfFull(sim, parts);
            if (!heldMillis.containsKey(sim)) {
                next = next + i + 1;
                return sim;
            }
            best = heldMillis.get(sim) < wait(best) ? sim : best;
        }
        return best;
    }

    private long wait(int sim) {
        Long held = heldMillis.get(sim);
        return held == null ? 0 : held;
    }

    private void holdIfFull(int sim, int parts) {
        long wait = window.waitForSim(pace, sim, parts, now);
        if (wait > 0) {
            hold(sim, wait);
        }
    }

    private void hold(int sim, long millis) {
        heldMillis.put(sim, Math.max(millis, wait(sim)));
    }

    Map<Claim, Departure> departures() {
        return departures;
    }

    List<Claim> simGone() {
        return simGone;
    }

    int next() {
        return next;
    }

    long waitMillis() {
        return waitMillis;
    }
}
