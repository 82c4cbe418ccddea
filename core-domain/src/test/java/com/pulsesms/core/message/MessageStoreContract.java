package com.pulsesms.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.StorageContract;
import com.pulsesms.core.campaign.ACampaign;
import com.pulsesms.core.device.ADevice;
import com.pulsesms.core.gateway.AtDevice;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.kernel.Walk;
import com.pulsesms.core.organization.AnOrganization;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link MessageStore} keeps. */
public interface MessageStoreContract extends StorageContract {
    private MessageStore store() {
        return storage().messages();
    }

    private Optional<Message> found(OrganizationId organization, MessageId id) {
        return call(() -> store().find(organization, id));
    }

    private List<Message> listed(OrganizationId organization, MessageFilter filter) {
        return Walk.over(3, page -> call(() -> store().page(organization, filter, page)));
    }

    private static MessageFilter with(
            Optional<MessageStatus> status, Optional<DeviceId> device, Optional<PhoneNumber> to) {
        return new MessageFilter(Optional.empty(), status, device, to);
    }

    @Test
    default void listsMessagesOfATime() {
        var organization = AnOrganization.in(storage());
        // Ids tell the time too, and stores may rely on it.
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var times = Stream.of(1, 2, 3).map(n -> now.plusSeconds(60 * n)).toList();
        var made = times.stream()
                .map(time ->
                        AMessage.of(organization).madeAt(time).in(storage()).id())
                .toList();

        assertThat(madeIn(organization, Optional.of(times.get(1)), Optional.empty()))
                .containsExactly(made.get(2), made.get(1));
        assertThat(madeIn(organization, Optional.empty(), Optional.of(times.get(1))))
                .containsExactly(made.get(0));
        assertThat(madeIn(organization, Optional.of(times.get(1)), Optional.of(times.get(2))))
                .containsExactly(made.get(1));
    }

    private List<MessageId> madeIn(OrganizationId organization, Optional<Instant> since, Optional<Instant> before) {
        var filter = new MessageFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), since, before);
        return listed(organization, filter).stream().map(Message::id).toList();
    }

    @Test
    default void findsAMessageAsItWasInserted() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        var plain = AMessage.of(organization).in(storage());
        var special = AMessage.of(organization)
                .urgent()
                .through(device.id(), 1)
                .until(Sample.NOW.plusSeconds(99))
                .in(storage());

        assertThat(found(organization, plain.id())).contains(plain);
        assertThat(found(organization, special.id())).contains(special);
        assertThat(found(organization, new MessageId(Sample.id()))).isEmpty();
    }

    @Test
    default void findsManyMessagesOfItsOwnAtOnce() {
        var organization = AnOrganization.in(storage());
        var mine = AMessage.many(storage(), organization, 3);
        var theirs = AMessage.of(AnOrganization.in(storage())).in(storage());
        var asked = List.of(mine.get(0).id(), mine.get(2).id(), theirs.id(), new MessageId(Sample.id()));

        assertThat(call(() -> store().among(organization, asked))).containsExactlyInAnyOrder(mine.get(0), mine.get(2));
        assertThat(call(() -> store().among(organization, List.of()))).isEmpty();
    }

    @Test
    default void cancelsAMessageThatWaitsOrThatNobodyAccepted() {
        var organization = AnOrganization.in(storage());
        var waiting = AMessage.of(organization)
                .through(ADevice.in(storage(), organization).id())
                .in(storage());
        var handed = AMessage.of(organization).in(storage());
        var device = AtDevice.of(storage(), ADevice.in(storage(), organization));
        device.claimed();
        var later = Sample.NOW.plusSeconds(5);

        for (var message : List.of(waiting, handed)) {
            run(() -> store().cancel(organization, message.id(), later));

            var canceled = found(organization, message.id()).orElseThrow();
            assertThat(canceled.status()).isEqualTo(MessageStatus.CANCELED);
            assertThat(canceled.failure()).isEmpty();
            assertThat(canceled.parts()).isZero();
            assertThat(canceled.cancelAsked()).isFalse();
            assertThat(canceled.times().changedAt()).isEqualTo(later);
        }
        assertThat(device.claimed()).isEmpty();
    }

    @Test
    default void remembersThatAMessageIsWantedBackFromWhoAcceptedIt() {
        var organization = AnOrganization.in(storage());
        var message = AMessage.of(organization).in(storage());
        AtDevice.of(storage(), ADevice.in(storage(), organization)).accepted();
        var before = found(organization, message.id()).orElseThrow();

        run(() -> store().cancel(organization, message.id(), Sample.NOW.plusSeconds(5)));

        var asked = found(organization, message.id()).orElseThrow();
        assertThat(asked.cancelAsked()).isTrue();
        assertThat(asked.status()).isEqualTo(MessageStatus.DISPATCHED);
        assertThat(asked.times()).isEqualTo(before.times());
    }

    @Test
    default void cancelsNoMessageThatEndedOrIsAnothers() {
        var organization = AnOrganization.in(storage());
        var other = AnOrganization.in(storage());
        var device = AtDevice.of(storage(), ADevice.in(storage(), organization));
        var sent = AMessage.of(organization).in(storage());
        device.accepted();
        device.settle(sent.id(), MessageStatus.SENT);
        var waiting = AMessage.of(organization).in(storage());
        var before = found(organization, sent.id());

        run(() -> store().cancel(organization, sent.id(), Sample.NOW.plusSeconds(5)));
        run(() -> store().cancel(other, waiting.id(), Sample.NOW.plusSeconds(5)));

        assertThat(found(organization, sent.id())).isEqualTo(before);
        assertThat(found(organization, waiting.id())).contains(waiting);
    }

    @Test
    default void skipsWhatWaitsAndNothingElse() {
        var organization = AnOrganization.in(storage());
        var handed = AMessage.of(organization).in(storage());
        AtDevice.of(storage(), ADevice.in(storage(), organization)).claimed();
        var waiting = AMessage.of(organization).in(storage());
        var anothers = AMessage.of(AnOrganization.in(storage())).in(storage());
        var later = Sample.NOW.plusSeconds(5);
        var all = List.of(handed.id(), waiting.id(), anothers.id());

        run(() -> store().skip(organization, all, Failure.QUOTA_EXCEEDED, later));

        var skipped = found(organization, waiting.id()).orElseThrow();
        assertThat(skipped.status()).isEqualTo(MessageStatus.SKIPPED);
        assertThat(skipped.failure()).contains(Failure.QUOTA_EXCEEDED);
        assertThat(skipped.parts()).isZero();
        assertThat(skipped.times().changedAt()).isEqualTo(later);
        assertThat(found(organization, handed.id()).orElseThrow().status()).isEqualTo(MessageStatus.DISPATCHED);
        assertThat(found(anothers.organization(), anothers.id())).contains(anothers);
    }

    @Test
    default void listsMessagesNewestFirst() {
        var organization = AnOrganization.in(storage());
        var messages = AMessage.many(storage(), organization, 8);

        var listed = listed(organization, MessageFilter.ALL);

        assertThat(listed)
                .containsExactlyElementsOf(messages.stream()
                        .sorted(Comparator.comparingInt(messages::indexOf).reversed())
                        .toList());
    }

    @Test
    default void listsMessagesOfOneStatus() {
        var organization = AnOrganization.in(storage());
        var waiting = AMessage.many(storage(), organization, 6);
        var claimed =
                AtDevice.of(storage(), ADevice.in(storage(), organization)).claimed(4);

        assertThat(listed(
                        organization, with(Optional.of(MessageStatus.DISPATCHED), Optional.empty(), Optional.empty())))
                .hasSize(4)
                .allMatch(message ->
                        claimed.stream().anyMatch(c -> c.claim().message().equals(message.id())));
        assertThat(listed(organization, with(Optional.of(MessageStatus.QUEUED), Optional.empty(), Optional.empty())))
                .hasSize(2)
                .allMatch(waiting::contains);
    }

    @Test
    default void listsMessagesOfOneDevice() {
        var organization = AnOrganization.in(storage());
        AMessage.many(storage(), organization, 6);
        var one = ADevice.in(storage(), organization);
        var two = ADevice.in(storage(), organization);
        AtDevice.of(storage(), one).claimed(4);
        AtDevice.of(storage(), two).claimed(1);

        assertThat(listed(organization, with(Optional.empty(), Optional.of(one.id()), Optional.empty())))
                .hasSize(4)
                .allMatch(message -> message.device().equals(Optional.of(one.id())));
    }

    @Test
    default void listsMessagesToOneNumber() {
        var organization = AnOrganization.in(storage());
        AMessage.many(storage(), organization, 6);
        var second = AMessage.of(organization).to(Sample.number(3)).in(storage());

        assertThat(listed(organization, with(Optional.empty(), Optional.empty(), Optional.of(Sample.number(3)))))
                .hasSize(2)
                .startsWith(second);
    }

    @Test
    default void listsTheMessagesOfOneCampaign() {
        var organization = AnOrganization.in(storage());
        AMessage.many(storage(), organization, 2);
        var one = ACampaign.expanded(storage(), organization, 4);
        var two = ACampaign.expanded(storage(), organization, 1);

        assertThat(listed(organization, MessageFilter.of(one.id())))
                .hasSize(4)
                .allMatch(message -> message.origin().campaign().equals(Optional.of(one.id())));
        assertThat(listed(organization, MessageFilter.of(two.id()))).hasSize(1);
    }

    @Test
    default void countsTheMessagesOfCampaignsByStatus() {
        var organization = AnOrganization.in(storage());
        var campaign = ACampaign.expanded(storage(), organization, 5);
        var empty = ACampaign.expanded(storage(), organization, 0);
        var device = AtDevice.of(storage(), ADevice.in(storage(), organization));
        var claimed = device.claimed(3);
        device.settle(claimed.get(0).claim().message(), MessageStatus.SENT);
        device.settle(claimed.get(1).claim().message(), MessageStatus.FAILED);

        var counts = call(() -> store().counts(organization, Set.of(campaign.id(), empty.id())));

        var counted = counts.get(campaign.id());
        assertThat(counted.total()).isEqualTo(5);
        assertThat(Map.of(
                        MessageStatus.QUEUED, counted.of(MessageStatus.QUEUED),
                        MessageStatus.DISPATCHED, counted.of(MessageStatus.DISPATCHED),
                        MessageStatus.SENT, counted.of(MessageStatus.SENT),
                        MessageStatus.FAILED, counted.of(MessageStatus.FAILED)))
                .isEqualTo(Map.of(
                        MessageStatus.QUEUED, 2L,
                        MessageStatus.DISPATCHED, 1L,
                        MessageStatus.SENT, 1L,
                        MessageStatus.FAILED, 1L));
        assertThat(counts.get(empty.id()).total()).isZero();
    }

    @Test
    default void countsNothingWhenNoCampaignIsAskedFor() {
        var organization = AnOrganization.in(storage());
        ACampaign.expanded(storage(), organization, 2);

        assertThat(call(() -> store().counts(organization, Set.of()))).isEmpty();
    }

    @Test
    default void tellsWhetherAMessageOfACampaignIsOpen() {
        var organization = AnOrganization.in(storage());
        var campaign = ACampaign.expanded(storage(), organization, 1);
        var device = AtDevice.of(storage(), ADevice.in(storage(), organization));

        assertThat(call(() -> store().anyOpen(organization, campaign.id()))).isTrue();
        var id = device.accepted().get(0).claim().message();
        assertThat(call(() -> store().anyOpen(organization, campaign.id()))).isTrue();
        device.settle(id, MessageStatus.UNKNOWN);
        assertThat(call(() -> store().anyOpen(organization, campaign.id()))).isFalse();
        assertThat(call(() -> store().anyOpen(organization, new CampaignId(Sample.id()))))
                .isFalse();
    }

    @Test
    default void countsAsUsedWhatLeftOrMayHaveLeft() {
        var organization = AnOrganization.in(storage());
        var device = AtDevice.of(storage(), ADevice.in(storage(), organization));
        AMessage.many(storage(), organization, 8);
        var ids = device.accepted().stream().map(c -> c.claim().message()).toList();
        device.settle(ids.get(0), MessageStatus.SENT);
        device.settle(ids.get(1), MessageStatus.DELIVERED);
        device.settle(ids.get(2), MessageStatus.UNDELIVERED);
        device.settle(ids.get(3), MessageStatus.UNKNOWN);
        AtDevice.settle(storage(), organization, AtDevice.partlySent(ids.get(4)));
        device.settle(ids.get(5), MessageStatus.FAILED);
        device.settle(ids.get(6), MessageStatus.EXPIRED);
        AMessage.many(storage(), organization, 1);

        var used = call(() -> store().used(organization, Sample.NOW, Sample.NOW.plusSeconds(1)));

        assertThat(used).isEqualTo(5);
    }

    @Test
    default void countsUseByWhenTheMessageWasMade() {
        var organization = AnOrganization.in(storage());
        var device = AtDevice.of(storage(), ADevice.in(storage(), organization));
        var from = Sample.NOW;
        var to = from.plusSeconds(10);
        for (var made : List.of(from.minusNanos(1_000), from, to.minusNanos(1_000), to)) {
            AMessage.of(organization).madeAt(made).in(storage());
        }
        device.accepted().forEach(c -> device.settle(c.claim().message(), MessageStatus.SENT));

        assertThat(call(() -> store().used(organization, from, to))).isEqualTo(2);
    }

    @Test
    default void showsMessagesToTheirOwnOrganizationOnly() {
        var other = AnOrganization.in(storage());
        var mine = AnOrganization.in(storage());
        var message = AMessage.of(mine).in(storage());
        var campaign = ACampaign.expanded(storage(), mine, 2);
        var device = AtDevice.of(storage(), ADevice.in(storage(), mine));
        device.accepted().forEach(c -> device.settle(c.claim().message(), MessageStatus.SENT));
        ACampaign.expanded(storage(), mine, 1);

        assertThat(found(other, message.id())).isEmpty();
        assertThat(listed(other, MessageFilter.ALL)).isEmpty();
        assertThat(listed(other, MessageFilter.of(campaign.id()))).isEmpty();
        assertThat(call(() -> store().counts(other, Set.of(campaign.id())))
                        .get(campaign.id())
                        .total())
                .isZero();
        assertThat(call(() -> store().anyOpen(other, campaign.id()))).isFalse();
        assertThat(call(() -> store().used(other, Sample.NOW, Sample.NOW.plusSeconds(1))))
                .isZero();
    }

    @Test
    default void sumsUpThePartsOfOpenSingleMessages() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization).id();
        var elsewhere = ADevice.in(storage(), organization).id();
        var later = Sample.NOW.plusSeconds(60);
        AMessage.of(organization).in(storage());
        AMessage.of(organization).through(device).in(storage());
        AMessage.of(organization).through(elsewhere).in(storage());
        AMessage.of(organization).madeAt(later).in(storage());
        AMessage.of(organization).urgent().madeAt(later).in(storage());
        ACampaign.expanded(storage(), organization, 1);
        AMessage.of(AnOrganization.in(storage())).in(storage());

        assertThat(call(() -> store().singleParts(organization, Set.of(device), later)))
                .isEqualTo(3);
        assertThat(call(() -> store().singleParts(organization, Set.of(device, elsewhere), later.plusSeconds(1))))
                .isEqualTo(5);
        assertThat(call(() -> store().singleParts(organization, Set.of(), later)))
                .isEqualTo(2);
    }

    @Test
    default void countsNoPartsOfSingleMessagesThatEnded() {
        var organization = AnOrganization.in(storage());
        var device = ADevice.in(storage(), organization);
        AMessage.many(storage(), organization, 3);
        var at = AtDevice.of(storage(), device);
        var ids = at.claimed().stream().map(c -> c.claim().message()).toList();
        at.settle(ids.get(0), MessageStatus.SENT);

        assertThat(call(() -> store().singleParts(organization, Set.of(), Sample.NOW.plusSeconds(1))))
                .isEqualTo(2);
    }

    @Test
    default void insertsManyMessagesAtOnce() {
        var organization = AnOrganization.in(storage());

        var messages = AMessage.many(storage(), organization, 2_500);

        var listed = Walk.<Message>over(200, page -> call(() -> store().page(organization, MessageFilter.ALL, page)));
        assertThat(listed).hasSize(2_500).containsAll(List.of(messages.get(0), messages.get(2_499)));
    }
}
