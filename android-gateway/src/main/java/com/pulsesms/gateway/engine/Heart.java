package com.pulsesms.gateway.engine;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Beats regularly and whenever reports wait; carries the reports there and the server's wishes back. */
final class Heart implements Loop {
    private static final long BETWEEN_REPORTS_MILLIS = 1_000;
    private static final long WITHOUT_TOKEN_MILLIS = 15 * 60_000;

    private final GatewayServer server;
    private final Ledger ledger;
    private final Standing standing;
    private final PaceKeeper pace;
    private final Phone phone;
    private final ServerTime time;
    private final Steps steps;
    private final Backoff backoff;
    private final long beatMillis;
    private final Runnable changed;
    private volatile Moment last;
    private volatile Moment retryAt;
    private volatile boolean moreWait;
    private int most = GatewayServer.MOST_REPORTS;

    /** @param changed called after each answer, for the other loops to look again */
    Heart(Workshop shop, Runnable changed) {
        this.server = shop.server;
        this.ledger = shop.ledger;
        this.standing = shop.standing;
        this.pace = shop.pace;
        this.phone = shop.ports.phone();
        this.time = shop.time;
        this.steps = shop.ports.steps();
        this.backoff = new Backoff(shop.ports.randomness());
        this.beatMillis = shop.pairing.heartbeatSeconds() * 1000L;
        this.changed = changed;
    }

    @Override
    public long step() {
        long wait = dueInMillis();
        if (wait > 0) {
            return wait;
        }
        try {
            beat();
            backoff.reset();
            retryAt = null;
        } catch (IOException e) {
            standing.failed(e);
            retryAt = time.now().plus(backoff.next(0));
        } catch (ServerRefused e) {
            standing.failed(e);
            long pause = standing.tokenInvalid() ? WITHOUT_TOKEN_MILLIS : e.retryAfterMillis();
            retryAt = time.now().plus(backoff.next(pause));
        }
        changed.run();
        return dueInMillis();
    }

    private long dueInMillis() {
        Moment now = time.now();
        Moment retry = retryAt;
        Moment previous = last;
        if (retry != null) {
            return Math.max(0, now.millisTo(retry));
        }
        if (previous == null) {
            return 0;
        }
        boolean reportsWait = ledger.counts().reports() > 0;
        long every = moreWait ? 0 : reportsWait ? BETWEEN_REPORTS_MILLIS : beatMillis;
        return Math.max(0, now.millisTo(previous.plus(every)));
    }

    /** One heartbeat, now. */
    synchronized void beat() throws IOException, ServerRefused {
        List<Entry> reports = ledger.reports(most);
        steps.passed(Step.BEFORE_REPORT);
        last = time.now();
        HeartbeatAnswer answer;
        try {
            answer = server.heartbeat(phone.state(), ledger.counts(), reports);
        } catch (ServerRefused refused) {
            if (refused.indigestible()) {
                shrink(reports);
            }
            throw refused;
        }
        steps.passed(Step.AFTER_REPORT_CALL);
        standing.contacted(time.now().wallMillis());
        settle(reports, answer);
        steps.passed(Step.AFTER_CONFIRM);
        obey(answer);
    }

    /** One report that the server can't digest must not block the others. */
    private void shrink(List<Entry> reports) {
        if (reports.size() == 1) {
            ledger.postpone(reports.get(0).claim());
        }
        most = Math.max(1, reports.size() / 2);
    }

    private void settle(List<Entry> reports, HeartbeatAnswer answer) {
        Map<Long, Claim> sent = new HashMap<Long, Claim>();
        for (Entry entry : reports) {
            sent.put(entry.report().seq(), entry.claim());
        }
        sent.keySet().retainAll(answer.settled);
        ledger.confirmed(sent);
        moreWait = reports.size() == most && !sent.isEmpty() && ledger.counts().reports() > 0;
        most = Math.min(GatewayServer.MOST_REPORTS, most * 2);
    }

    private void obey(HeartbeatAnswer answer) {
        if (answer.serverMillis != null) {
            ledger.learnTime(answer.serverMillis);
        }
        if (answer.pace != null) {
            pace.set(answer.pace);
        }
        standing.paused(answer.paused);
        standing.unpaired(answer.unpaired);
        ledger.giveBack(answer.cancel, "CANCELED");
        ledger.giveBack(answer.giveBack, "RETURN_ASKED");
        if (standing.unpaired()) {
            ledger.giveBackAll("UNPAIRED");
        }
    }

    void beatSoon() {
        backoff.reset();
        retryAt = null;
        last = null;
    }

    /** When the next heartbeat is due, for an alarm that wakes a sleeping phone. */
    long nextMillis() {
        return dueInMillis();
    }

    /** Reports all that waits; returns when nothing is left. */
    synchronized void flush() throws IOException, ServerRefused {
        do {
            beat();
        } while (ledger.counts().reports() > 0);
    }
}
