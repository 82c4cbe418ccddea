package com.pulsesms.gateway.engine;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One pairing at work: three loops that fetch messages, send them and report. Make one per process and pairing; it may
 * die at any time and is made again on the same outbox.
 */
public final class GatewayEngine implements Closeable, RadioResults {
    private static final long AFTER_A_FAULT_MILLIS = 5_000;
    private static final long CLOSE_MILLIS = 5_000;
    private static final long SOON_MILLIS = 15_000;
    private static final int RADIO_LOOKS = 40;
    private static final long RADIO_LOOK_MILLIS = 250;

    private final Workshop shop;
    private final GatewayListener listener;
    private final Bell pollBell = new Bell();
    private final Bell sendBell = new Bell();
    private final Bell heartBell = new Bell();
    private final Poller poller;
    private final Sender sender;
    private final Heart heart;
    private final List<Thread> threads = new ArrayList<Thread>();
    private volatile long sendWaitMillis;
    private volatile boolean closed;
    private volatile boolean ended;

    public GatewayEngine(Pairing pairing, Ports ports, GatewayListener listener) {
        this.shop = new Workshop(pairing, ports);
        this.listener = listener;
        this.poller = new Poller(shop, sendBell);
        this.sender = new Sender(shop, heartBell);
        this.heart = new Heart(shop, new Runnable() {
            @Override
            public void run() {
                answered();
            }
        });
        shop.ledger.recover(ports.radio().resultsOutliveProcess());
    }

    public synchronized void start() {
        if (!closed && threads.isEmpty()) {
            run("heartbeat", heart, heartBell);
            run("send", sender, sendBell);
            run("poll", poller, pollBell);
        }
    }

    private void run(String name, final Loop loop, final Bell bell) {
        Thread thread = new Thread("pulsesms-" + name) {
            @Override
            public void run() {
                repeat(loop, bell);
            }
        };
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void repeat(Loop loop, Bell bell) {
        while (!closed) {
            long wait;
            try {
                wait = loop.step();
                if (loop == sender) {
                    sendWaitMillis = wait;
                }
            } catch (RuntimeException e) {
                // A full disk, for example. Nothing is sent meanwhile, and what was marked stays marked.
                shop.standing.failed(e);
                wait = AFTER_A_FAULT_MILLIS;
            }
            listener.changed();
            try {
                bell.await(closed ? 0 : wait);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void answered() {
        sendBell.ring();
        if (shop.standing.mayWork()) {
            pollBell.ring();
        }
        if (shop.standing.unpaired() && !ended && shop.ledger.counts().isEmpty()) {
            ended = true;
            listener.ended();
        }
    }

    @Override
    public void heard(List<PartResult> results) {
        shop.ports.steps().passed(Step.BEFORE_RESULT);
        shop.ledger.heard(results);
        shop.ports.steps().passed(Step.AFTER_RESULT);
        heartBell.ring();
        sendBell.ring();
        listener.changed();
    }

    /** Looks again at once: after an alarm in deep sleep, for example. */
    public void wake() {
        heartBell.ring();
        sendBell.ring();
        pollBell.ring();
    }

    /** The network came back or changed: open calls are given up and tried anew without delay. */
    public void networkChanged() {
        shop.ports.http().abort();
        poller.resetBackoff();
        heart.beatSoon();
        wake();
    }

    /** When the next heartbeat is due. */
    public long nextHeartbeatMillis() {
        return heart.nextMillis();
    }

    /** Whether a sleeping processor would delay a message or a report within the next seconds. */
    public boolean busy() {
        QueueCounts counts = shop.ledger.counts();
        boolean sends = counts.accepted() > 0 && shop.standing.mayWork() && sendWaitMillis < SOON_MILLIS;
        boolean reports = counts.reports() > 0 && shop.standing.problem() == null;
        return sends || reports;
    }

    public Standing standing() {
        return shop.standing;
    }

    public Ledger ledger() {
        return shop.ledger;
    }

    public Pace pace() {
        return shop.pace.pace();
    }

    /**
     * Leaves the server: gives back what has not been started, reports all, then tells the server. After an exception the
     * phone is still paired.
     */
    public void unpair() throws IOException, ServerRefused {
        shop.standing.leaving(true);
        boolean left = false;
        try {
            shop.ports.http().abort();
            shop.ledger.giveBackAll("UNPAIRED");
            awaitRadio();
            heart.flush();
            shop.server.unpair();
            shop.standing.unpaired(true);
            left = true;
        } finally {
            shop.standing.leaving(left);
        }
    }

    /** What is with the radio is usually answered within seconds. */
    private void awaitRadio() {
        try {
            for (int i = 0; i < RADIO_LOOKS && shop.ledger.counts().sending() > 0; i++) {
                heartBell.await(RADIO_LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops all loops; what is under way is ended as a death would end it. The outbox stays open. */
    @Override
    public void close() {
        List<Thread> running;
        synchronized (this) {
            closed = true;
            running = new ArrayList<Thread>(threads);
        }
        wake();
        long giveUp = System.nanoTime() + CLOSE_MILLIS * 1_000_000L;
        for (Thread thread : running) {
            while (thread.isAlive() && thread != Thread.currentThread() && System.nanoTime() < giveUp) {
                shop.ports.http().abort();
                try {
                    thread.join(100);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    // For tests that step by hand.

    Loop poller() {
        return poller;
    }

    Loop sender() {
        return sender;
    }

    Loop heart() {
        return heart;
    }
}
