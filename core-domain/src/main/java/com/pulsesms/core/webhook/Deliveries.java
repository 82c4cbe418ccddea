package com.pulsesms.core.webhook;

import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.DeliveryId;
import com.pulsesms.core.kernel.EndpointId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What was delivered to an endpoint and how, trying it out, and delivering again. */
public final class Deliveries {
    private final EndpointStore endpoints;
    private final DeliveryStore store;
    private final EventLog log;
    private final DeliveryQueue queue;
    private final Transactions transactions;
    private final Clock clock;

    public Deliveries(
            EndpointStore endpoints,
            DeliveryStore store,
            EventLog log,
            DeliveryQueue queue,
            Transactions transactions,
            Clock clock) {
        this.endpoints = endpoints;
        this.store = store;
        this.log = log;
        this.queue = queue;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A delivery with all that was tried, oldest first. */
    public record Logged(Delivery delivery, List<Attempt> attempts) {}

    /** Newest first. */
    public Page<Delivery> page(Actor actor, EndpointId endpoint, DeliveryFilter filter, PageRequest request) {
        actor.require(Permission.WEBHOOKS_MANAGE);
        return transactions.call(() -> store.page(existing(actor, endpoint).ref(), filter, request));
    }

    public Logged find(Actor actor, EndpointId endpoint, DeliveryId id) {
        actor.require(Permission.WEBHOOKS_MANAGE);
        return transactions.call(() -> {
            var ref = existing(actor, endpoint).ref();
            return new Logged(existing(ref, id), store.attempts(ref, id));
        });
    }

    /**
     * Has the endpoint told that somebody tries it out.
     *
     * @throws Refusal.Conflict {@code webhook_disabled}
     */
    public Delivery test(Actor actor, EndpointId endpoint) {
        actor.require(Permission.WEBHOOKS_MANAGE);
        return transactions.call(() -> log.trial(enabled(actor, endpoint)));
    }

    /**
     * Delivers it again, as the same event.
     *
     * @throws Refusal.Conflict {@code webhook_disabled}
     */
    public Delivery redeliver(Actor actor, EndpointId endpoint, DeliveryId id) {
        actor.require(Permission.WEBHOOKS_MANAGE);
        return transactions.call(() -> {
            var ref = enabled(actor, endpoint).ref();
            existing(ref, id);
            store.redeliver(ref, id, clock.instant());
            transactions.afterCommit(() -> queue.deliverTo(ref));
            return existing(ref, id);
        });
    }

    /**
     * Delivers what happened from {@code from} to before {@code to} again, as the same events.
     *
     * @param states of those that ended so: DELIVERED, FAILED or both
     * @return how many
     * @throws Refusal.Invalid with field {@code to} or {@code states}
     * @throws Refusal.Conflict {@code webhook_disabled}
     */
    public int redeliverAll(Actor actor, EndpointId endpoint, Instant from, Instant to, Set<DeliveryState> states) {
        actor.require(Permission.WEBHOOKS_MANAGE);
        if (!from.isBefore(to)) {
            throw new Refusal.Invalid("to", "The end must come after the beginning");
        }
        if (states.isEmpty() || states.contains(DeliveryState.PENDING)) {
            throw new Refusal.Invalid("states", "Choose of DELIVERED and FAILED; what is pending is tried anyway");
        }
        return transactions.call(() -> {
            var ref = enabled(actor, endpoint).ref();
            var count = store.redeliver(ref, new DeliveryStore.Replay(from, to, states), clock.instant());
            transactions.afterCommit(() -> queue.deliverTo(ref));
            return count;
        });
    }

    private Endpoint enabled(Actor actor, EndpointId id) {
        var endpoint = existing(actor, id);
        if (!endpoint.enabled()) {
            throw new Refusal.Conflict("webhook_disabled", "The webhook is disabled: enable it first");
        }
        return endpoint;
    }

    private Endpoint existing(Actor actor, EndpointId id) {
        return endpoints.find(actor.organization(), id).orElseThrow(() -> new Refusal.NotFound("No such webhook"));
    }

    private Delivery existing(EndpointRef ref, DeliveryId id) {
        return store.find(ref, id).orElseThrow(() -> new Refusal.NotFound("No such delivery"));
    }
}
