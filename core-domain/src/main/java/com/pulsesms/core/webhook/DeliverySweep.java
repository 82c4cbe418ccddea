package com.pulsesms.core.webhook;

import com.pulsesms.core.kernel.EndpointId;
import com.pulsesms.core.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Finds endpoints to which something is due, in all organizations, and has it delivered: retries, and what a lost nudge or
 * a dead node left behind. Any node may run it at any time, and several at once.
 */
public final class DeliverySweep {
    /** How long events are kept, and may be delivered again. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final int PAGE = 500;

    /** So that one run ends soon; the next goes on. */
    private static final int PAGES_FORGOTTEN = 20;

    private final DeliveryStore store;
    private final DeliveryQueue queue;
    private final Transactions transactions;
    private final Clock clock;

    public DeliverySweep(DeliveryStore store, DeliveryQueue queue, Transactions transactions, Clock clock) {
        this.store = store;
        this.queue = queue;
        this.transactions = transactions;
        this.clock = clock;
    }

    public void run() {
        Optional<EndpointId> after = Optional.empty();
        List<EndpointRef> due;
        do {
            var from = after;
            due = transactions.call(() -> store.due(clock.instant(), from, PAGE));
            due.forEach(queue::remindOf);
            after = due.stream().reduce((first, second) -> second).map(EndpointRef::endpoint);
        } while (due.size() == PAGE);
        forget();
    }

    private void forget() {
        var old = clock.instant().minus(KEPT);
        var forgotten = PAGE;
        for (var page = 0; page < PAGES_FORGOTTEN && forgotten == PAGE; page++) {
            forgotten = transactions.call(() -> store.forget(old, PAGE));
        }
    }
}
