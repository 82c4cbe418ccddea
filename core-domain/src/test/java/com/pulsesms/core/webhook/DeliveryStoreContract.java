package com.pulsesms.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.StorageContract;
import com.pulsesms.core.kernel.AtOnce;
import com.pulsesms.core.kernel.EventType;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.kernel.Walk;
import com.pulsesms.core.organization.AnOrganization;
import com.pulsesms.core.webhook.DeliveryStore.Claimed;
import com.pulsesms.core.webhook.DeliveryStore.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link DeliveryStore} keeps. */
public interface DeliveryStoreContract extends StorageContract {
    Instant LATER = Sample.NOW.plusSeconds(600);
    Instant LEASE_ENDS = LATER.plusSeconds(60);

    private DeliveryStore store() {
        return storage().deliveries();
    }

    private Endpoint endpoint() {
        return AnEndpoint.in(storage(), AnOrganization.in(storage()));
    }

    private List<Claimed> claim(Endpoint endpoint, int max, Instant now) {
        return call(() -> store().claim(endpoint.ref(), max, now, LEASE_ENDS));
    }

    private Delivery again(Delivery delivery) {
        return call(() -> store().find(delivery.to(), delivery.id())).orElseThrow();
    }

    private static Outcome outcome(Claimed claimed, DeliveryState state, Optional<Instant> dueAt) {
        var status = state == DeliveryState.DELIVERED ? 200 : 500;
        var answer = Answer.of(status, "HTTP/1.1 " + status, Duration.ofMillis(12));
        var attempt = new Attempt(claimed.number(), LATER, "https://example.com", answer);
        return new Outcome(claimed.delivery().id(), attempt, state, dueAt);
    }

    private void settle(Endpoint endpoint, Claimed claimed, DeliveryState state, Optional<Instant> dueAt) {
        run(() -> store().settle(endpoint.ref(), List.of(outcome(claimed, state, dueAt))));
    }

    private Delivery ended(Endpoint endpoint, DeliveryState state, Instant at) {
        var made = ADelivery.in(storage(), endpoint, EventType.MESSAGE_SENT, at);
        settle(endpoint, claim(endpoint, 1, at).get(0), state, Optional.empty());
        return made;
    }

    @Test
    default void findsADeliveryAsItWasInserted() {
        var made = ADelivery.in(storage(), endpoint());

        assertThat(again(made)).isEqualTo(made);
        assertThat(call(() -> store().attempts(made.to(), made.id()))).isEmpty();
    }

    @Test
    default void claimsWhatIsDueTheLongestDueFirst() {
        var endpoint = endpoint();
        var made = ADelivery.many(storage(), endpoint, 5);
        ADelivery.in(storage(), endpoint, EventType.MESSAGE_SENT, LATER.plusSeconds(1));

        assertThat(claim(endpoint, 3, LATER))
                .extracting(claimed -> claimed.delivery().id())
                .containsExactly(made.get(0).id(), made.get(1).id(), made.get(2).id());
        assertThat(claim(endpoint, 3, LATER))
                .extracting(claimed -> claimed.delivery().id())
                .containsExactly(made.get(3).id(), made.get(4).id());
        assertThat(claim(endpoint, 3, LATER)).isEmpty();
    }

    @Test
    default void claimsWhatIsLeasedAgainOnlyWhenTheLeaseEnds() {
        var endpoint = endpoint();
        ADelivery.in(storage(), endpoint);
        var first = claim(endpoint, 1, LATER).get(0);

        assertThat(claim(endpoint, 1, LEASE_ENDS.minusSeconds(1))).isEmpty();

        var second = claim(endpoint, 1, LEASE_ENDS).get(0);
        assertThat(second.delivery().event()).isEqualTo(first.delivery().event());
        assertThat(second.number()).isEqualTo(first.number() + 1);
    }

    @Test
    default void handsADeliveryToOneOnlyOfManyWhoClaimAtOnce() {
        var endpoint = endpoint();
        ADelivery.many(storage(), endpoint, 30);

        var claimed = AtOnce.call(6, n -> claim(endpoint, 10, LATER));

        assertThat(claimed.stream()
                        .flatMap(List::stream)
                        .map(one -> one.delivery().id()))
                .doesNotHaveDuplicates();
    }

    @Test
    default void keepsWhatBecameOfAnAttempt() {
        var endpoint = endpoint();
        var made = ADelivery.in(storage(), endpoint);
        var claimed = claim(endpoint, 1, LATER).get(0);
        var due = LATER.plusSeconds(300);

        settle(endpoint, claimed, DeliveryState.PENDING, Optional.of(due));

        assertThat(again(made).state()).isEqualTo(DeliveryState.PENDING);
        assertThat(again(made).attempts()).isEqualTo(1);
        assertThat(again(made).dueAt()).contains(due);
        assertThat(call(() -> store().attempts(made.to(), made.id())))
                .containsExactly(outcome(claimed, DeliveryState.PENDING, Optional.of(due))
                        .attempt());
    }

    @Test
    default void keepsWhyThereWasNoAnswer() {
        var endpoint = endpoint();
        var made = ADelivery.in(storage(), endpoint);
        var claimed = claim(endpoint, 1, LATER).get(0);
        var attempt = new Attempt(
                claimed.number(), LATER, "https://example.com", Answer.none("It hung up", Duration.ofSeconds(15)));

        run(() -> store().settle(
                        endpoint.ref(),
                        List.of(new Outcome(made.id(), attempt, DeliveryState.FAILED, Optional.empty()))));

        assertThat(call(() -> store().attempts(made.to(), made.id()))).containsExactly(attempt);
        assertThat(again(made).dueAt()).isEmpty();
        assertThat(claim(endpoint, 1, LATER.plus(Duration.ofDays(9)))).isEmpty();
    }

    @Test
    default void letsOnlyTheNewestAttemptDecideAndLogsTheOthers() {
        var endpoint = endpoint();
        var made = ADelivery.in(storage(), endpoint);
        var slow = claim(endpoint, 1, LATER).get(0);
        var quick = claim(endpoint, 1, LEASE_ENDS).get(0);

        settle(endpoint, quick, DeliveryState.DELIVERED, Optional.empty());
        settle(endpoint, slow, DeliveryState.PENDING, Optional.of(LATER));

        assertThat(again(made).state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(again(made).dueAt()).isEmpty();
        assertThat(call(() -> store().attempts(made.to(), made.id())))
                .extracting(Attempt::number)
                .containsExactly(slow.number(), quick.number());
    }

    @Test
    default void makesWhatIsPutBackDueAgainAndNoAttemptOfIt() {
        var endpoint = endpoint();
        var made = ADelivery.in(storage(), endpoint);

        run(() -> store().putBack(endpoint.ref(), claim(endpoint, 1, LATER), LATER));

        assertThat(again(made).attempts()).isZero();
        assertThat(claim(endpoint, 1, LATER)).hasSize(1);
    }

    @Test
    default void beginsADeliveryAnew() {
        var endpoint = endpoint();
        var made = ended(endpoint, DeliveryState.FAILED, Sample.NOW);

        run(() -> store().redeliver(endpoint.ref(), made.id(), LATER));

        assertThat(again(made).state()).isEqualTo(DeliveryState.PENDING);
        assertThat(again(made).attempts()).isZero();
        assertThat(claim(endpoint, 1, LATER))
                .extracting(claimed -> claimed.delivery().event())
                .containsExactly(made.event());
        assertThat(call(() -> store().attempts(made.to(), made.id()))).hasSize(1);
    }

    @Test
    default void beginsThoseOfARangeOfTimeAnew() {
        var endpoint = endpoint();
        var early = ended(endpoint, DeliveryState.FAILED, Sample.NOW);
        var failed = ended(endpoint, DeliveryState.FAILED, Sample.NOW.plusSeconds(1));
        var delivered = ended(endpoint, DeliveryState.DELIVERED, Sample.NOW.plusSeconds(1));
        var late = ended(endpoint, DeliveryState.FAILED, Sample.NOW.plusSeconds(2));
        var replay = new DeliveryStore.Replay(
                Sample.NOW.plusSeconds(1), Sample.NOW.plusSeconds(2), Set.of(DeliveryState.FAILED));

        assertThat(call(() -> store().redeliver(endpoint.ref(), replay, LATER))).isEqualTo(1);

        assertThat(List.of(early, failed, delivered, late))
                .extracting(one -> again(one).state())
                .containsExactly(
                        DeliveryState.FAILED, DeliveryState.PENDING, DeliveryState.DELIVERED, DeliveryState.FAILED);
    }

    @Test
    default void listsDeliveriesNewestFirst() {
        var endpoint = endpoint();
        var made = ADelivery.many(storage(), endpoint, 5);
        ADelivery.in(storage(), AnEndpoint.in(storage(), endpoint.organization()));

        var listed = Walk.<Delivery>over(2, page -> call(() -> store().page(endpoint.ref(), DeliveryFilter.ALL, page)));

        assertThat(listed).containsExactly(made.get(4), made.get(3), made.get(2), made.get(1), made.get(0));
    }

    @Test
    default void listsDeliveriesByStateAndEvent() {
        var endpoint = endpoint();
        var delivered = ended(endpoint, DeliveryState.DELIVERED, Sample.NOW);
        var pending = ADelivery.in(storage(), endpoint, EventType.MESSAGE_FAILED, Sample.NOW);
        var byState = new DeliveryFilter(Optional.of(DeliveryState.DELIVERED), Optional.empty());
        var byEvent = new DeliveryFilter(Optional.empty(), Optional.of(EventType.MESSAGE_FAILED));
        var byBoth = new DeliveryFilter(Optional.of(DeliveryState.DELIVERED), Optional.of(EventType.MESSAGE_FAILED));

        assertThat(listed(endpoint, byState)).extracting(Delivery::id).containsExactly(delivered.id());
        assertThat(listed(endpoint, byEvent)).extracting(Delivery::id).containsExactly(pending.id());
        assertThat(listed(endpoint, byBoth)).isEmpty();
    }

    private List<Delivery> listed(Endpoint endpoint, DeliveryFilter filter) {
        return call(() -> store().page(endpoint.ref(), filter, PageRequest.first()))
                .items();
    }

    @Test
    default void findsEnabledEndpointsToWhichSomethingIsDue() {
        var waiting = endpoint();
        ADelivery.in(storage(), waiting);
        var disabled = endpoint();
        ADelivery.in(storage(), disabled);
        run(() -> storage().endpoints().disable(disabled.ref(), Endpoint.Reason.GONE, Sample.NOW));
        var later = endpoint();
        ADelivery.in(storage(), later, EventType.MESSAGE_SENT, LATER.plusSeconds(1));

        assertThat(allDue(LATER)).contains(waiting.ref()).doesNotContain(disabled.ref(), later.ref());
        assertThat(call(() -> store().anyDue(waiting.ref(), LATER))).isTrue();
        assertThat(call(() -> store().anyDue(later.ref(), LATER))).isFalse();
    }

    private List<EndpointRef> allDue(Instant now) {
        var all = new ArrayList<EndpointRef>();
        var page = call(() -> store().due(now, Optional.empty(), 2));
        while (!page.isEmpty()) {
            all.addAll(page);
            var last = page.get(page.size() - 1).endpoint();
            page = call(() -> store().due(now, Optional.of(last), 2));
        }
        return all;
    }

    @Test
    default void forgetsWhatIsOld() {
        var endpoint = endpoint();
        var old = ended(endpoint, DeliveryState.DELIVERED, Instant.EPOCH);
        var young = ADelivery.in(storage(), endpoint);

        assertThat(call(() -> store().forget(Instant.EPOCH.plusSeconds(1), 10))).isEqualTo(1);

        assertThat(call(() -> store().find(old.to(), old.id()))).isEmpty();
        assertThat(call(() -> store().attempts(old.to(), old.id()))).isEmpty();
        assertThat(again(young)).isEqualTo(young);
    }

    @Test
    default void neitherShowsNorLetsChangeTheDeliveryOfAnotherEndpoint() {
        var endpoint = endpoint();
        var made = ended(endpoint, DeliveryState.FAILED, Sample.NOW);
        var before = again(made);
        var sibling = AnEndpoint.in(storage(), endpoint.organization()).ref();
        var foreign = new EndpointRef(AnOrganization.in(storage()), endpoint.id());
        var replay = new DeliveryStore.Replay(Sample.NOW, LATER, Set.of(DeliveryState.FAILED));

        for (var forged : List.of(sibling, foreign)) {
            run(() -> store().redeliver(forged, made.id(), LATER));
            assertThat(call(() -> store().redeliver(forged, replay, LATER))).isZero();
            assertThat(call(() -> store().find(forged, made.id()))).isEmpty();
            assertThat(call(() -> store().attempts(forged, made.id()))).isEmpty();
            assertThat(call(() -> store().page(forged, DeliveryFilter.ALL, PageRequest.first()))
                            .items())
                    .isEmpty();
        }

        assertThat(again(made)).isEqualTo(before);
    }
}
