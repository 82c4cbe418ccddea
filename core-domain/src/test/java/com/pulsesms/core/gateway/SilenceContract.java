package com.pulsesms.core.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.StorageContract;
import com.pulsesms.core.campaign.ACampaign;
import com.pulsesms.core.campaign.CampaignRef;
import com.pulsesms.core.device.ADevice;
import com.pulsesms.core.device.SimParts;
import com.pulsesms.core.kernel.AtOnce;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.message.AMessage;
import com.pulsesms.core.message.Failure;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.organization.AnOrganization;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link HandOverStore} keeps when devices are silent and deadlines pass. */
public interface SilenceContract extends StorageContract {
    private HandOverStore store() {
        return storage().handOver();
    }

    private AtDevice device(OrganizationId organization) {
        return AtDevice.of(storage(), ADevice.in(storage(), organization));
    }

    private Message found(OrganizationId organization, MessageId id) {
        return call(() -> storage().messages().find(organization, id)).orElseThrow();
    }

    private MessageStatus status(Message message) {
        return found(message.organization(), message.id()).status();
    }

    private Swept endLeases(Instant now) {
        return call(() -> store().endLeases(now, 10_000));
    }

    private Swept giveUpOverdue(Instant now) {
        return call(() -> store().giveUpOverdue(now, 10_000));
    }

    private Swept expire(Instant now) {
        return call(() -> store().expire(now, 10_000));
    }

    @Test
    default void requeuesWhatWasNotAcceptedWhenItsLeaseEnds() {
        var organization = AnOrganization.in(storage());
        var message = AMessage.of(organization).in(storage());
        device(organization).claimed();

        assertThat(endLeases(AtDevice.LEASE_ENDS.minusSeconds(1)).organizations())
                .doesNotContain(organization);
        assertThat(status(message)).isEqualTo(MessageStatus.DISPATCHED);

        var swept = endLeases(AtDevice.LEASE_ENDS.plusSeconds(1));
        assertThat(swept.organizations()).contains(organization);
        assertThat(swept.messages()).isPositive();
        assertThat(status(message)).isEqualTo(MessageStatus.QUEUED);
        assertThat(call(() -> store().lock(organization, List.of(message.id()))))
                .containsExactly(new Held(
                        message.id(),
                        Optional.empty(),
                        Optional.empty(),
                        1,
                        false,
                        0,
                        Optional.empty(),
                        new SimParts(Optional.empty(), 1),
                        MessageStatus.QUEUED,
                        Recall.NONE));
    }

    @Test
    default void endsNoLeaseOfWhatWasAcceptedOrTold() {
        var organization = AnOrganization.in(storage());
        var device = device(organization);
        AMessage.many(storage(), organization, 3);
        var ids = device.claimed().stream().map(c -> c.claim().message()).toList();
        device.accept(ids.subList(0, 1));
        device.settle(ids.get(1), MessageStatus.SENT);
        device.settle(ids.get(2), MessageStatus.FAILED);

        assertThat(endLeases(AtDevice.LEASE_ENDS.plusSeconds(1)).organizations())
                .doesNotContain(organization);

        assertThat(ids)
                .extracting(id -> found(organization, id).status())
                .containsExactly(MessageStatus.DISPATCHED, MessageStatus.SENT, MessageStatus.FAILED);
    }

    @Test
    default void endsTheLeaseOfAMessageThatWasAcceptedUnderAnEarlierClaim() {
        var organization = AnOrganization.in(storage());
        var message = AMessage.of(organization).in(storage());
        var device = device(organization);
        device.accepted();
        run(() -> store().requeue(organization, List.of(message.id()), Sample.NOW, true));
        device.claimed();

        endLeases(AtDevice.LEASE_ENDS.plusSeconds(1));

        assertThat(status(message)).isEqualTo(MessageStatus.QUEUED);
    }

    @Test
    default void givesUpWhatWasAcceptedWhenItsReportIsOverdue() {
        var organization = AnOrganization.in(storage());
        var message = AMessage.of(organization).in(storage());
        device(organization).accepted();

        giveUpOverdue(AtDevice.REPORT_DUE.minusSeconds(1));
        assertThat(status(message)).isEqualTo(MessageStatus.DISPATCHED);

        var now = AtDevice.REPORT_DUE.plusSeconds(1);
        assertThat(giveUpOverdue(now).organizations()).contains(organization);
        var given = found(organization, message.id());
        assertThat(given.status()).isEqualTo(MessageStatus.UNKNOWN);
        assertThat(given.failure()).contains(Failure.DEVICE_SILENT);
        assertThat(given.device()).isPresent();
        assertThat(given.times().changedAt()).isEqualTo(now);
    }

    @Test
    default void givesUpNothingThatWasNotAcceptedOrWasTold() {
        var organization = AnOrganization.in(storage());
        var device = device(organization);
        AMessage.many(storage(), organization, 3);
        var ids = device.claimed().stream().map(c -> c.claim().message()).toList();
        device.accept(ids.subList(1, 3));
        device.settle(ids.get(1), MessageStatus.SENT);
        device.settle(ids.get(2), MessageStatus.FAILED);

        giveUpOverdue(AtDevice.REPORT_DUE.plusSeconds(1));

        assertThat(ids)
                .extracting(id -> found(organization, id).status())
                .containsExactly(MessageStatus.DISPATCHED, MessageStatus.SENT, MessageStatus.FAILED);
    }

    @Test
    default void expiresWhatWaitsOrWasNotAcceptedWhenItsDeadlinePasses() {
        var organization = AnOrganization.in(storage());
        var deadline = Sample.NOW.plusSeconds(30);
        var claimed = AMessage.of(organization).until(deadline).in(storage());
        device(organization).claimed();
        var waiting = AMessage.of(organization).until(deadline).in(storage());
        var patient = AMessage.of(organization).in(storage());

        expire(deadline.minusSeconds(1));
        assertThat(status(waiting)).isEqualTo(MessageStatus.QUEUED);

        var swept = expire(deadline.plusSeconds(1));
        assertThat(swept.expired().get(organization)).containsExactlyInAnyOrder(claimed.id(), waiting.id());
        assertThat(List.of(claimed, waiting, patient))
                .extracting(this::status)
                .containsExactly(MessageStatus.EXPIRED, MessageStatus.EXPIRED, MessageStatus.QUEUED);
        assertThat(found(organization, waiting.id()).failure()).contains(Failure.DEADLINE_PASSED);
    }

    @Test
    default void leavesWhatWasAcceptedToThePhoneWhenItsDeadlinePasses() {
        var organization = AnOrganization.in(storage());
        var deadline = Sample.NOW.plusSeconds(30);
        var message = AMessage.of(organization).until(deadline).in(storage());
        device(organization).accepted();

        expire(deadline.plusSeconds(1));

        assertThat(status(message)).isEqualTo(MessageStatus.DISPATCHED);
    }

    @Test
    default void givesUpWhatARemovedDeviceHadAccepted() {
        var organization = AnOrganization.in(storage());
        var removed = ADevice.in(storage(), organization);
        var other = ADevice.in(storage(), organization);
        AMessage.many(storage(), organization, 4);
        var elsewhere = AtDevice.of(storage(), other);
        elsewhere.accept(
                elsewhere.claimed(1).stream().map(c -> c.claim().message()).toList());
        var device = AtDevice.of(storage(), removed);
        var ids = device.claimed().stream().map(c -> c.claim().message()).toList();
        device.accept(ids.subList(0, 2));
        device.settle(ids.get(1), MessageStatus.SENT);

        var swept = call(() -> store().giveUpDevice(organization, removed.id(), Sample.NOW.plusSeconds(3)));

        assertThat(swept.messages()).isEqualTo(1);
        assertThat(ids)
                .extracting(id -> found(organization, id).status())
                .containsExactly(MessageStatus.UNKNOWN, MessageStatus.SENT, MessageStatus.DISPATCHED);
        assertThat(found(organization, ids.get(0)).failure()).contains(Failure.DEVICE_SILENT);
        assertThat(SimParts.total(call(() -> store().partsHeld(organization, other.id()))))
                .isEqualTo(1);
    }

    @Test
    default void namesTheCampaignsThatMayHaveEndedByASweep() {
        var organization = AnOrganization.in(storage());
        var removed = ADevice.in(storage(), organization);
        var silent = ACampaign.expanded(storage(), organization, 1);
        device(organization).accepted();
        var gone = ACampaign.expanded(storage(), organization, 1);
        AtDevice.of(storage(), removed).accepted();
        var alive = ACampaign.expanded(storage(), organization, 1);
        device(organization).claimed();

        var byRemoval = call(() -> store().giveUpDevice(organization, removed.id(), Sample.NOW));
        assertThat(byRemoval.campaigns()).containsExactly(new CampaignRef(organization, gone.id()));

        var bySilence = giveUpOverdue(AtDevice.REPORT_DUE.plusSeconds(1));
        assertThat(bySilence.campaigns())
                .contains(new CampaignRef(organization, silent.id()))
                .doesNotContain(new CampaignRef(organization, gone.id()), new CampaignRef(organization, alive.id()));
    }

    @Test
    default void sweepsNoMoreThanAskedForAtATime() {
        var organization = AnOrganization.in(storage());
        var deadline = Sample.NOW.plusSeconds(10);
        for (var n = 0; n < 5; n++) {
            AMessage.of(organization).until(deadline).in(storage());
        }

        assertThat(call(() -> store().expire(deadline.plusSeconds(1), 2)).messages())
                .isEqualTo(2);
        repeat(() -> store().expire(deadline.plusSeconds(1), 2));

        assertThat(call(() -> store().waiting(Set.of(organization), Lane.ALL))).isEmpty();
    }

    @Test
    default void endsLeasesAndGivesUpInBatches() {
        var organization = AnOrganization.in(storage());
        var device = device(organization);
        var accepted = AMessage.many(storage(), organization, 5);
        device.accepted();
        var unaccepted = AMessage.many(storage(), organization, 5);
        device.claimed();

        repeat(() -> store().endLeases(AtDevice.LEASE_ENDS.plusSeconds(1), 2));
        repeat(() -> store().giveUpOverdue(AtDevice.REPORT_DUE.plusSeconds(1), 2));

        assertThat(unaccepted).extracting(this::status).containsOnly(MessageStatus.QUEUED);
        assertThat(accepted).extracting(this::status).containsOnly(MessageStatus.UNKNOWN);
    }

    private void repeat(Supplier<Swept> sweep) {
        Swept swept;
        do {
            swept = call(sweep);
            assertThat(swept.messages()).isLessThanOrEqualTo(2);
        } while (swept.messages() == 2);
    }

    @Test
    default void sweepsOnSeveralNodesAtOnceWithoutHarm() {
        var organization = AnOrganization.in(storage());
        var messages = AMessage.many(storage(), organization, 60);
        device(organization).claimed();

        AtOnce.call(3, node -> {
            while (messages.stream().anyMatch(message -> status(message) == MessageStatus.DISPATCHED)) {
                run(() -> store().endLeases(AtDevice.LEASE_ENDS.plusSeconds(1), 10));
            }
            return node;
        });

        var held = call(() ->
                store().lock(organization, messages.stream().map(Message::id).toList()));
        assertThat(held).hasSize(60).allMatch(h -> h.status() == MessageStatus.QUEUED && h.claim() == 1);
    }
}
