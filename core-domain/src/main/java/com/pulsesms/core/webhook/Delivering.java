package com.pulsesms.core.webhook;

import com.pulsesms.core.kernel.Transactions;
import com.pulsesms.core.kernel.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Delivers what is due to endpoints, some of it to a turn, so that each endpoint soon has its own. A turn may die anywhere
 * and run on any node: what it had not told is tried again, under the same id.
 */
public final class Delivering {
    /** The most deliveries in one turn. */
    static final int BATCH = 20;

    /** When a turn begins nothing more: one that hangs is the last. */
    static final Duration TURN = Duration.ofSeconds(10);

    /** Longer than a turn and the longest answer behind it. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private final EndpointStore endpoints;
    private final DeliveryStore store;
    private final Receivers receivers;
    private final Vault vault;
    private final RetrySchedule schedule;
    private final Transactions transactions;
    private final Clock clock;

    public Delivering(
            EndpointStore endpoints,
            DeliveryStore store,
            Receivers receivers,
            Vault vault,
            RetrySchedule schedule,
            Transactions transactions,
            Clock clock) {
        this.endpoints = endpoints;
        this.store = store;
        this.receivers = receivers;
        this.vault = vault;
        this.schedule = schedule;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What a turn came to.
     *
     * @param more whether something is left that is due
     * @param failing whether the endpoint takes nothing just now
     */
    public record Turn(boolean more, boolean failing) {
        static final Turn NOTHING = new Turn(false, false);
    }

    private record Taken(Endpoint endpoint, List<DeliveryStore.Claimed> claimed) {}

    public Turn turn(EndpointRef ref) {
        return transactions.call(() -> take(ref)).map(this::deliver).orElse(Turn.NOTHING);
    }

    private Optional<Taken> take(EndpointRef ref) {
        var now = clock.instant();
        return endpoints
                .find(ref.organization(), ref.endpoint())
                .filter(Endpoint::enabled)
                .map(endpoint -> new Taken(endpoint, store.claim(ref, BATCH, now, now.plus(LEASE))));
    }

    private Turn deliver(Taken taken) {
        var endpoint = taken.endpoint;
        if (taken.claimed.isEmpty()) {
            return new Turn(false, endpoint.failingSince().isPresent());
        }
        var secrets = endpoint.secrets().live(clock.instant()).stream()
                .map(secret -> new SigningSecret(vault.decrypt(secret)))
                .toList();
        var end = clock.instant().plus(TURN);
        var outcomes = new ArrayList<DeliveryStore.Outcome>();
        for (var claimed : taken.claimed) {
            var now = clock.instant();
            if (!now.isBefore(end) || isGone(outcomes)) {
                break;
            }
            outcomes.add(outcome(claimed, attempt(endpoint, claimed, secrets, now)));
        }
        var left = taken.claimed.subList(outcomes.size(), taken.claimed.size());
        return transactions.call(() -> keep(endpoint, outcomes, left));
    }

    private Attempt attempt(
            Endpoint endpoint, DeliveryStore.Claimed claimed, List<SigningSecret> secrets, Instant now) {
        var event = claimed.delivery().event();
        var headers = Signatures.sign(event.id(), now, event.body(), secrets);
        var answer = receivers.post(endpoint.url(), headers, event.body());
        return new Attempt(claimed.number(), now, endpoint.url().toString(), answer);
    }

    private DeliveryStore.Outcome outcome(DeliveryStore.Claimed claimed, Attempt attempt) {
        var id = claimed.delivery().id();
        if (attempt.answer().success()) {
            return new DeliveryStore.Outcome(id, attempt, DeliveryState.DELIVERED, Optional.empty());
        }
        var next = attempt.answer().gone()
                ? Optional.<Duration>empty()
                : schedule.pauseAfter(claimed.delivery().attempts() + 1);
        var due = next.map(pause -> clock.instant().plus(pause));
        return new DeliveryStore.Outcome(
                id, attempt, due.isPresent() ? DeliveryState.PENDING : DeliveryState.FAILED, due);
    }

    private static boolean isGone(List<DeliveryStore.Outcome> outcomes) {
        return outcomes.stream().anyMatch(outcome -> outcome.attempt().answer().gone());
    }

    private Turn keep(Endpoint endpoint, List<DeliveryStore.Outcome> outcomes, List<DeliveryStore.Claimed> left) {
        var now = clock.instant();
        var ref = endpoint.ref();
        store.settle(ref, outcomes);
        store.putBack(ref, left, now);
        var success =
                outcomes.stream().anyMatch(outcome -> outcome.attempt().answer().success());
        if (isGone(outcomes)) {
            endpoints.disable(ref, Endpoint.Reason.GONE, now);
            return new Turn(false, true);
        }
        if (success) {
            endpoints.succeeded(ref);
        } else if (endpoint.hopeless(now)) {
            endpoints.disable(ref, Endpoint.Reason.FAILING, now);
            return new Turn(false, true);
        } else {
            endpoints.failed(ref, now);
        }
        return new Turn(store.anyDue(ref, now), !success);
    }
}
