package com.pulsesms.gateway.simulator;

import com.pulsesms.gateway.engine.Claim;
import com.pulsesms.gateway.engine.Message;
import com.pulsesms.gateway.engine.PartResult;
import com.pulsesms.gateway.engine.Radio;
import com.pulsesms.gateway.engine.RadioResults;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/** A radio that only pretends, as slow and unreliable as the options say. */
final class SimulatedRadio implements Radio, Closeable {
    private final SimulatorOptions options;
    private final RadioLog log;
    private final Random random;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final Thread thread = new Thread(this::work, "pulsesms-radio");
    private RadioResults results;
    private long lastOrder;
    private boolean closed;

    SimulatedRadio(SimulatorOptions options, RadioLog log) {
        this.options = options;
        this.log = log;
        this.random = new Random(options.seed());
        thread.setDaemon(true);
    }

    void start(RadioResults newResults) {
        results = newResults;
        thread.start();
    }

    @Override
    public int parts(String text) {
        return Segments.of(text);
    }

    @Override
    public boolean resultsOutliveProcess() {
        return false;
    }

    @Override
    public synchronized void send(Claim claim, int attempt, Message message, int sim) {
        add(new Event(Event.Kind.LEAVES, claim, attempt, message, options.delayMillis()));
    }

    private void add(Event event) {
        event.order = ++lastOrder;
        events.add(event);
        notifyAll();
    }

    private void work() {
        try {
            for (List<Event> due = due(); !due.isEmpty(); due = due()) {
                List<PartResult> news = new ArrayList<>();
                for (Event event : due) {
                    happen(event, news);
                }
                log.sync();
                results.heard(news);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for events that are due; empty when the radio was closed. */
    private synchronized List<Event> due() throws InterruptedException {
        List<Event> due = new ArrayList<>();
        while (!closed && due.isEmpty()) {
            long now = System.nanoTime();
            while (!events.isEmpty() && events.peek().atNanos <= now) {
                due.add(events.poll());
            }
            if (due.isEmpty()) {
                wait(events.isEmpty() ? 0 : Math.max(1, (events.peek().atNanos - now) / 1_000_000));
            }
        }
        return closed ? new ArrayList<>() : due;
    }

    private void happen(Event event, List<PartResult> news) {
        int parts = parts(event.message.text());
        if (event.kind == Event.Kind.DELIVERED || event.kind == Event.Kind.UNDELIVERED) {
            for (int part = 0; part < parts; part++) {
                news.add(
                        event.kind == Event.Kind.DELIVERED
                                ? PartResult.delivered(event.claim, event.attempt, part)
                                : PartResult.undelivered(event.claim, event.attempt, part, "TP_STATUS_70"));
            }
            return;
        }
        if (random.nextDouble() < options.failureRate()) {
            for (int part = 0; part < parts; part++) {
                news.add(PartResult.failed(event.claim, event.attempt, part, "RESULT_ERROR_GENERIC_FAILURE"));
            }
            return;
        }
        log.left(event.claim, event.message, parts);
        for (int part = 0; part < parts; part++) {
            news.add(PartResult.sent(event.claim, event.attempt, part));
        }
        if (event.message.deliveryReport()) {
            deliverLater(event);
        }
    }

    private synchronized void deliverLater(Event sent) {
        double fate = random.nextDouble();
        if (fate < options.undeliveredRate()) {
            add(sent.then(Event.Kind.UNDELIVERED, options.deliveryDelayMillis()));
        } else if (fate < options.undeliveredRate() + options.deliveryRate()) {
            add(sent.then(Event.Kind.DELIVERED, options.deliveryDelayMillis()));
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            if (thread != Thread.currentThread()) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        log.close();
    }

    private static final class Event implements Comparable<Event> {
        enum Kind {
            LEAVES,
            DELIVERED,
            UNDELIVERED
        }

        private final Kind kind;
        private final Claim claim;
        private final int attempt;
        private final Message message;
        private final long atNanos;
        private long order;

        Event(Kind kind, Claim claim, int attempt, Message message, long delayMillis) {
            this.kind = kind;
            this.claim = claim;
            this.attempt = attempt;
            this.message = message;
            this.atNanos = System.nanoTime() + delayMillis * 1_000_000;
        }

        Event then(Kind next, long delayMillis) {
            return new Event(next, claim, attempt, message, delayMillis);
        }

        @Override
        public int compareTo(Event other) {
            int byTime = Long.compare(atNanos, other.atNanos);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }
}
