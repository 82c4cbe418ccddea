package com.pulsesms.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.CrashingTransactions;
import com.pulsesms.core.TestPulse;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.DeliveryId;
import com.pulsesms.core.kernel.EventType;
import com.pulsesms.core.kernel.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** How an event comes to a receiver that is well, slow, broken or gone. */
class DeliveringTest {
    private final AtomicReference<CrashingTransactions> node = new AtomicReference<>();
    private final TestPulse pulse = new TestPulse(storage -> {
        node.set(new CrashingTransactions(storage.transactions()));
        return TestPulse.with(storage, node.get());
    });
    private final Actor owner = pulse.owner();
    private final Webhooks.WithSecret made =
            pulse.core().webhooks().create(owner, "https://example.com/events", Set.of(EventType.MESSAGE_SENT));
    private final Endpoint endpoint = made.endpoint();
    private final TestReceivers receivers = pulse.hooks().receivers();

    private DeliveryId due() {
        return pulse.core().deliveries().test(owner, endpoint.id()).id();
    }

    private Delivering.Turn turn() {
        return pulse.core().delivering().turn(endpoint.ref());
    }

    private Delivery again(DeliveryId id) {
        return logged(id).delivery();
    }

    private Deliveries.Logged logged(DeliveryId id) {
        return pulse.core().deliveries().find(owner, endpoint.id(), id);
    }

    private Endpoint now() {
        return pulse.core().webhooks().find(owner, endpoint.id());
    }

    @Test
    void postsTheEventSigned() {
        var delivery = due();

        turn();

        var request = receivers.requests().get(0);
        var event = again(delivery).event();
        assertThat(request.url()).isEqualTo(endpoint.url());
        assertThat(request.body()).isEqualTo(event.body());
        assertThat(request.headers())
                .isEqualTo(Signatures.sign(event.id(), pulse.clock().instant(), event.body(), List.of(made.secret())));
        assertThat(again(delivery).state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(logged(delivery).attempts()).hasSize(1);
    }

    @Test
    void signsByBothSecretsForADayAfterARotation() {
        var newer = pulse.core().webhooks().rotate(owner, endpoint.id()).secret();
        due();
        turn();
        pulse.clock().pass(Secrets.OVERLAP);
        due();
        turn();

        assertThat(receivers.requests())
                .extracting(
                        request -> request.headers().get(Signatures.STANDARD).split(" ").length)
                .containsExactly(2, 1);
        assertThat(newer).isNotEqualTo(made.secret());
    }

    @Test
    void triesAgainUnderTheSameIdUntilItWasTriedTenTimes() {
        receivers.answer(500);
        var delivery = due();
        var ids = new ArrayList<String>();
        var began = pulse.clock().instant();

        for (var attempt = 1; attempt <= 10; attempt++) {
            turn();
            assertThat(logged(delivery).attempts()).hasSize(attempt);
            again(delivery).dueAt().ifPresent(due -> pulse.clock().set(due));
            receivers.requests().forEach(request -> ids.add(request.id()));
        }

        assertThat(again(delivery).state()).isEqualTo(DeliveryState.FAILED);
        assertThat(again(delivery).dueAt()).isEmpty();
        assertThat(ids).hasSize(10).containsOnly(again(delivery).event().id().toString());
        assertThat(Duration.between(began, pulse.clock().instant()))
                .isBetween(Duration.ofHours(60), Duration.ofHours(91));
    }

    @Test
    void takesARedirectForAFailure() {
        receivers.answer(302);
        var delivery = due();

        turn();

        assertThat(again(delivery).state()).isEqualTo(DeliveryState.PENDING);
        assertThat(again(delivery).attempts()).isEqualTo(1);
    }

    @Test
    void sendsNothingMoreToAReceiverThatIsGone() {
        receivers.answer(410);
        var first = due();
        due();

        turn();
        turn();

        assertThat(receivers.requests()).hasSize(1);
        assertThat(again(first).state()).isEqualTo(DeliveryState.FAILED);
        assertThat(now().disabled()).map(Endpoint.Disabled::reason).contains(Endpoint.Reason.GONE);
        assertThatThrownBy(this::due)
                .isInstanceOfSatisfying(
                        Refusal.Conflict.class,
                        refused -> assertThat(refused.code()).isEqualTo("webhook_disabled"));
    }

    @Test
    void deliversWhatWaitedWhenAPersonEnablesItAgain() {
        receivers.answer(410);
        due();
        var waiting = due();
        turn();
        pulse.hooks().nudges();
        receivers.answer(200);

        pulse.core().webhooks().change(owner, endpoint.id(), Webhooks.Change.NONE.enabled(true));
        turn();

        assertThat(pulse.hooks().nudges()).containsExactly(endpoint.ref());
        assertThat(again(waiting).state()).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void disablesAReceiverThatOnlyFailedForFiveDays() {
        receivers.answer(500);
        due();
        turn();
        pulse.clock().pass(Endpoint.PATIENCE.minusSeconds(1));
        due();
        turn();
        assertThat(now().enabled()).isTrue();

        pulse.clock().pass(Duration.ofSeconds(1));
        due();
        turn();

        assertThat(now().disabled()).map(Endpoint.Disabled::reason).contains(Endpoint.Reason.FAILING);
    }

    @Test
    void forgivesAReceiverThatSucceedsInBetween() {
        receivers.answer(500);
        due();
        turn();
        receivers.answer(204);
        due();
        turn();
        assertThat(now().failingSince()).isEmpty();

        receivers.answer(500);
        pulse.clock().pass(Endpoint.PATIENCE);
        due();
        turn();

        assertThat(now().enabled()).isTrue();
    }

    @Test
    void stopsAtTheFirstAnswerThatTookLongAndLeavesTheRestDue() {
        receivers.answer(() -> {
            pulse.clock().pass(Duration.ofSeconds(15));
            return Answer.none("It did not answer within 15 seconds", Duration.ofSeconds(15));
        });
        due();
        due();

        var turn = turn();

        assertThat(turn).isEqualTo(new Delivering.Turn(true, true));
        assertThat(receivers.requests()).hasSize(1);
    }

    @Test
    void takesNoMoreThanABatchAtATurn() {
        for (var n = 0; n < Delivering.BATCH + 5; n++) {
            due();
        }

        assertThat(turn()).isEqualTo(new Delivering.Turn(true, false));
        assertThat(receivers.requests()).hasSize(Delivering.BATCH);
        assertThat(turn()).isEqualTo(new Delivering.Turn(false, false));
        assertThat(receivers.requests()).hasSize(5);
        assertThat(turn()).isEqualTo(Delivering.Turn.NOTHING);
    }

    @Test
    void sendsAgainUnderTheSameIdWhatANodeSentBeforeItDied() {
        due();
        node.get().crashIn(2);
        assertThatThrownBy(this::turn).isInstanceOf(CrashingTransactions.Crash.class);
        assertThat(turn()).isEqualTo(Delivering.Turn.NOTHING);

        pulse.clock().pass(Delivering.LEASE);
        pulse.hooks().nudges();
        pulse.core().deliverySweep().run();
        assertThat(pulse.hooks().nudges()).containsExactly(endpoint.ref());
        turn();

        var requests = receivers.requests();
        assertThat(requests).hasSize(2);
        assertThat(requests.get(0).id()).isEqualTo(requests.get(1).id());
        assertThat(requests.get(0).body()).isEqualTo(requests.get(1).body());
    }

    @Test
    void deliversAgainAsAsked() {
        var delivery = due();
        turn();

        pulse.core().deliveries().redeliver(owner, endpoint.id(), delivery);
        turn();
        var from = pulse.clock().instant();
        var states = Set.of(DeliveryState.DELIVERED);
        assertThat(pulse.core().deliveries().redeliverAll(owner, endpoint.id(), from, from.plusSeconds(1), states))
                .isEqualTo(1);
        turn();

        assertThat(receivers.requests().stream().map(TestReceivers.Request::id).distinct())
                .hasSize(1);
        assertThat(logged(delivery).attempts()).hasSize(3);
    }

    @Test
    void deliversNothingToAnEndpointThatWasDeleted() {
        due();
        pulse.core().webhooks().delete(owner, endpoint.id());

        assertThat(turn()).isEqualTo(Delivering.Turn.NOTHING);
        pulse.hooks().nudges();
        pulse.core().deliverySweep().run();

        assertThat(receivers.requests()).isEmpty();
        assertThat(pulse.hooks().nudges()).isEmpty();
    }

    @Test
    void keepsNoSecretInTheClear() {
        assertThat(pulse.storage()
                        .endpoints()
                        .enabled(owner.organization())
                        .get(0)
                        .secrets()
                        .current())
                .doesNotContain(made.secret().text());
    }

    @Test
    void forgetsWhatHappenedThirtyDaysAgo() {
        var delivery = due();
        pulse.clock().pass(DeliverySweep.KEPT.plusSeconds(1));
        var young = due();

        pulse.core().deliverySweep().run();

        assertThatThrownBy(() -> logged(delivery)).isInstanceOf(Refusal.NotFound.class);
        assertThat(again(young).state()).isEqualTo(DeliveryState.PENDING);
    }
}
