package com.pulsesms.gateway.engine;

import java.util.ArrayList;
import java.util.List;

/** Hands waiting messages to the radio, each marked on disk before, as fast as the pace allows. */
final class Sender implements Loop {
    static final long IDLE_MILLIS = 15_000;

    private static final int LOOK_AHEAD = 300;
    private static final int MOST_AT_ONCE = 20;
    private static final long GIVE_BACK_AFTER_MILLIS = 5 * 60_000;

    private final Ledger ledger;
    private final Standing standing;
    private final PaceKeeper pace;
    private final Phone phone;
    private final Radio radio;
    private final ServerTime time;
    private final Steps steps;
    private final Bell heartBell;
    private int nextSim;
    private Moment unableSince;

    Sender(Workshop shop, Bell heartBell) {
        this.ledger = shop.ledger;
        this.standing = shop.standing;
        this.pace = shop.pace;
        this.phone = shop.ports.phone();
        this.radio = shop.ports.radio();
        this.time = shop.time;
        this.steps = shop.ports.steps();
        this.heartBell = heartBell;
    }

    @Override
    public long step() {
        long wait = send();
        if (ledger.counts().reports() > 0) {
            heartBell.ring();
        }
        return wait;
    }

    private long send() {
        ledger.endOverdue();
        if (!standing.mayWork()) {
            return IDLE_MILLIS;
        }
        PhoneState state = phone.state();
        if (!state.canSend()) {
            return unable(state);
        }
        unableSince = null;
        Turn turn = new Turn(pace, state, phone.chosenSims(), nextSim, time.now());
        turn.look(ledger.waiting(LOOK_AHEAD), radio, pace.pace().unlimited() ? MOST_AT_ONCE : 1);
        nextSim = turn.next();
        ledger.giveBack(turn.simGone(), "SIM_GONE");
        depart(turn);
        return turn.departures().isEmpty() ? turn.waitMillis() : 0;
    }

    /** Another phone may do better, so after a while the messages go back. */
    private long unable(PhoneState state) {
        Moment now = time.now();
        if (unableSince == null) {
            unableSince = now;
        }
        if (now.millisSince(unableSince) >= GIVE_BACK_AFTER_MILLIS) {
            List<Claim> waiting = new ArrayList<Claim>();
            for (Entry entry : ledger.waiting(Integer.MAX_VALUE)) {
                waiting.add(entry.claim());
            }
            ledger.giveBack(waiting, state.cannotSend());
        }
        return IDLE_MILLIS;
    }

    private void depart(Turn turn) {
        if (turn.departures().isEmpty()) {
            return;
        }
        steps.passed(Step.BEFORE_MARK_SENDING);
        List<Entry> marked = ledger.start(turn.departures(), !pace.pace().unlimited());
        for (Entry entry : marked) {
            steps.passed(Step.AFTER_MARK_SENDING);
            handOver(entry);
            steps.passed(Step.AFTER_RADIO);
        }
    }

    private void handOver(Entry entry) {
        try {
            radio.send(
                    entry.claim(),
                    entry.attempt(),
                    entry.message(),
                    entry.departure().sim());
        } catch (RadioRefused refused) {
            List<PartResult> results = new ArrayList<PartResult>();
            for (int part = 0; part < entry.departure().parts(); part++) {
                results.add(PartResult.failed(entry.claim(), entry.attempt(), part, refused.code()));
            }
            ledger.heard(results);
        } catch (RuntimeException open) {
            // It may have left: the message stays marked, and becomes UNKNOWN when no result comes.
            standing.failed(open);
        }
    }
}
