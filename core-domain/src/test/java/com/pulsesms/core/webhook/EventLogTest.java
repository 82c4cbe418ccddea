package com.pulsesms.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.CrashingTransactions;
import com.pulsesms.core.TestPulse;
import com.pulsesms.core.campaign.Campaign;
import com.pulsesms.core.gateway.Handed;
import com.pulsesms.core.gateway.Phone;
import com.pulsesms.core.gateway.Report.Told;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.EventType;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.Messages.NewMessage;
import com.pulsesms.core.message.Route;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What of a day's work other systems are told. */
class EventLogTest {
    private final AtomicReference<CrashingTransactions> node = new AtomicReference<>();
    private final TestPulse pulse = new TestPulse(storage -> {
        node.set(new CrashingTransactions(storage.transactions()));
        return TestPulse.with(storage, node.get());
    });
    private final Actor owner = pulse.owner();

    private Endpoint endpoint(EventType... events) {
        return pulse.core()
                .webhooks()
                .create(owner, "https://example.com/events", Set.of(events))
                .endpoint();
    }

    private Endpoint endpointOfAll() {
        return endpoint(
                Arrays.stream(EventType.values()).filter(EventType::choosable).toArray(EventType[]::new));
    }

    /** Oldest first. */
    private List<String> told(Endpoint endpoint) {
        var newestFirst = pulse.core()
                .deliveries()
                .page(owner, endpoint.id(), DeliveryFilter.ALL, PageRequest.first())
                .items();
        var bodies = newestFirst.stream().map(one -> one.event().body()).collect(Collectors.toList());
        Collections.reverse(bodies);
        return bodies;
    }

    private Handed handed(Phone phone) {
        pulse.queued(owner);
        return phone.takeOne();
    }

    private static String of(EventType type, Handed handed, String status) {
        return type.text() + " " + handed.claim().message() + " " + status;
    }

    @Test
    void tellsThatAMessageLeftAndThatItWasDelivered() {
        var endpoint = endpointOfAll();
        var phone = Phone.paired(pulse.core(), owner);
        var handed = handed(phone);

        phone.tell(handed, Told.SENT);
        phone.tell(handed, Told.SENT);
        phone.tell(handed, Told.DELIVERED);
        phone.tell(handed, Told.SENT);

        assertThat(told(endpoint))
                .containsExactly(
                        of(EventType.MESSAGE_SENT, handed, "SENT"),
                        of(EventType.MESSAGE_DELIVERED, handed, "DELIVERED"));
    }

    @Test
    void tellsBothIfADeliveryIsTheFirstThatIsHeard() {
        var endpoint = endpointOfAll();
        var phone = Phone.paired(pulse.core(), owner);
        var handed = handed(phone);

        phone.tell(phone.report(handed, Told.DELIVERED), phone.report(handed, Told.SENT));

        assertThat(told(endpoint))
                .containsExactly(
                        of(EventType.MESSAGE_SENT, handed, "SENT"),
                        of(EventType.MESSAGE_DELIVERED, handed, "DELIVERED"));
    }

    @Test
    void tellsThatAMessageFailedOrWasNotDelivered() {
        var endpoint = endpoint(EventType.MESSAGE_FAILED);
        var phone = Phone.paired(pulse.core(), owner);
        var failed = handed(phone);
        phone.tell(failed, Told.FAILED);
        var undelivered = handed(phone);
        phone.tell(undelivered, Told.UNDELIVERED);

        assertThat(told(endpoint))
                .containsExactly(
                        of(EventType.MESSAGE_FAILED, failed, "FAILED"),
                        of(EventType.MESSAGE_FAILED, undelivered, "UNDELIVERED"));
    }

    private Message expiring() {
        var deadline = Optional.of(pulse.clock().instant().plusSeconds(30));
        return pulse.core()
                .messages()
                .send(owner, new NewMessage("0641234567", "Hi", Lane.NORMAL, Route.ANY, deadline));
    }

    @Test
    void tellsThatAMessageExpiredWhoeverFindsOut() {
        var endpoint = endpoint(EventType.MESSAGE_FAILED);
        var phone = Phone.paired(pulse.core(), owner);
        var bySweep = expiring();
        pulse.clock().pass(Duration.ofSeconds(31));
        pulse.core().sweep().run();
        var byClaim = expiring();
        pulse.clock().pass(Duration.ofSeconds(31));
        phone.claim();

        assertThat(told(endpoint))
                .containsExactly(
                        "message.failed " + bySweep.id() + " EXPIRED", "message.failed " + byClaim.id() + " EXPIRED");
    }

    @Test
    void tellsNothingOfWhatIsUnknownOrCalledBack() {
        var endpoint = endpointOfAll();
        var phone = Phone.paired(pulse.core(), owner);
        phone.tell(handed(phone), Told.UNKNOWN);
        pulse.core().steering().cancelMessage(owner, pulse.queued(owner).id());

        assertThat(told(endpoint)).isEmpty();
    }

    @Test
    void tellsThatACampaignBeganAndThatItIsOver() {
        var endpoint = endpoint(EventType.CAMPAIGN_STARTED, EventType.CAMPAIGN_COMPLETED);
        var phone = Phone.paired(pulse.core(), owner);
        var campaign = pulse.expanded(owner, 3);

        assertThat(told(endpoint)).containsExactly("campaign.started " + campaign.id() + " IN_PROGRESS");

        phone.tellAll(phone.take(), Told.SENT);
        pulse.core().sweep().run();

        assertThat(told(endpoint))
                .containsExactly(
                        "campaign.started " + campaign.id() + " IN_PROGRESS",
                        "campaign.completed " + campaign.id() + " COMPLETED");
    }

    @Test
    void tellsOfACampaignThatStartsByItself() {
        var endpoint = endpoint(EventType.CAMPAIGN_STARTED);
        var campaign = pulse.draft(owner, 1);
        var at = pulse.clock().instant().plus(Duration.ofHours(1));
        pulse.core()
                .scheduling()
                .schedule(
                        owner,
                        campaign.id(),
                        at.atOffset(java.time.ZoneOffset.UTC).toLocalDateTime());
        assertThat(told(endpoint)).isEmpty();

        pulse.clock().pass(Duration.ofHours(2));
        pulse.core().sweep().run();

        assertThat(told(endpoint)).containsExactly("campaign.started " + campaign.id() + " IN_PROGRESS");
    }

    @Test
    void doesNotCallACanceledCampaignCompleted() {
        var endpoint = endpoint(EventType.CAMPAIGN_COMPLETED);
        Campaign campaign = pulse.expanded(owner, 1);

        pulse.core().steering().cancel(owner, campaign.id());
        pulse.expandAll();
        pulse.core().sweep().run();

        assertThat(told(endpoint)).isEmpty();
    }

    @Test
    void tellsThatAPhoneCameAndAfterThreeMinutesOfSilenceThatItWent() {
        var endpoint = endpoint(EventType.DEVICE_CONNECTED, EventType.DEVICE_DISCONNECTED);
        var phone = Phone.paired(pulse.core(), owner);
        var id = phone.device().id();

        pulse.core().sweep().run();
        pulse.core().sweep().run();
        assertThat(told(endpoint)).containsExactly("device.connected " + id);

        pulse.clock().pass(Duration.ofSeconds(179));
        pulse.core().sweep().run();
        assertThat(told(endpoint)).hasSize(1);

        pulse.clock().pass(Duration.ofSeconds(1));
        pulse.core().sweep().run();
        pulse.core().sweep().run();
        assertThat(told(endpoint)).containsExactly("device.connected " + id, "device.disconnected " + id);

        pulse.core().devices().seen(phone.device());
        pulse.core().sweep().run();
        assertThat(told(endpoint)).hasSize(3).last().isEqualTo("device.connected " + id);
    }

    @Test
    void writesNothingWhereNobodyWantsToKnow() {
        var elsewhere = pulse.owner();
        var phone = Phone.paired(pulse.core(), elsewhere);
        endpointOfAll();
        var uninterested = endpoint(EventType.CAMPAIGN_COMPLETED);
        var disabled = endpointOfAll();
        pulse.core().webhooks().change(owner, disabled.id(), Webhooks.Change.NONE.enabled(false));
        pulse.queued(elsewhere);
        phone.tell(phone.takeOne(), Told.SENT);
        var mine = Phone.paired(pulse.core(), owner);
        mine.tell(handed(mine), Told.SENT);

        assertThat(told(uninterested)).isEmpty();
        assertThat(told(disabled)).isEmpty();
        assertThat(pulse.storage().endpoints().enabled(elsewhere.organization()))
                .isEmpty();
    }

    @Test
    void givesTheSameEventTheSameIdAtEachEndpoint() {
        var one = endpoint(EventType.MESSAGE_SENT);
        var other = endpoint(EventType.MESSAGE_SENT);
        var phone = Phone.paired(pulse.core(), owner);
        phone.tell(handed(phone), Told.SENT);

        var ids = List.of(one, other).stream()
                .map(endpoint -> pulse.core()
                        .deliveries()
                        .page(owner, endpoint.id(), DeliveryFilter.ALL, PageRequest.first())
                        .items()
                        .get(0)
                        .event()
                        .id())
                .distinct();
        assertThat(ids).hasSize(1);
        assertThat(pulse.hooks().nudges()).containsExactlyInAnyOrder(one.ref(), other.ref());
    }

    @Test
    void forgetsTheEventIfTheChangeIsUndone() {
        var endpoint = endpointOfAll();
        var phone = Phone.paired(pulse.core(), owner);
        var handed = handed(phone);
        pulse.hooks().nudges();
        var device = phone.device();

        node.get().crashIn(1);
        assertThatThrownBy(() -> pulse.core().handOver().report(device, List.of(phone.report(handed, Told.SENT))))
                .isInstanceOf(CrashingTransactions.Crash.class);

        assertThat(told(endpoint)).isEmpty();
        assertThat(pulse.hooks().nudges()).isEmpty();
    }
}
