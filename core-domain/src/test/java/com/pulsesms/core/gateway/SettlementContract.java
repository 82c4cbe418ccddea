package com.pulsesms.core.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.StorageContract;
import com.pulsesms.core.campaign.ACampaign;
import com.pulsesms.core.device.ADevice;
import com.pulsesms.core.device.SimParts;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.memory.MemoryDatabase;
import com.pulsesms.core.message.AMessage;
import com.pulsesms.core.message.Failure;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.organization.AnOrganization;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link HandOverStore} keeps when messages change their status. */
public interface SettlementContract extends StorageContract {
    private HandOverStore store() {
        return storage().handOver();
    }

    private Message found(OrganizationId organization, MessageId id) {
        return call(() -> storage().messages().find(organization, id)).orElseThrow();
    }

    private void settle(OrganizationId organization, Settlement settlement) {
        AtDevice.settle(storage(), organization, settlement);
    }

    private MessageId accepted(OrganizationId organization) {
        var message = AMessage.of(organization).in(storage());
        AtDevice.of(storage(), ADevice.in(storage(), organization)).accepted();
        return message.id();
    }

    private static Settlement left(MessageId id, MessageStatus status, Instant sentAt, Optional<Instant> deliveredAt) {
        return new Settlement(
                id,
                status,
                Sample.NOW.plusSeconds(50),
                Optional.of(sentAt),
                deliveredAt,
                OptionalInt.empty(),
                Optional.empty());
    }

    @Test
    default void locksMessagesInTheOrderOfIdsAndLeavesOutWhatIsNotThere() {
        var organization = AnOrganization.in(storage());
        var messages = AMessage.many(storage(), organization, 3);
        var asked = List.of(
                messages.get(2).id(),
                new MessageId(Sample.id()),
                messages.get(0).id(),
                messages.get(1).id());

        var held = call(() -> store().lock(organization, asked));

        assertThat(held)
                .extracting(Held::id)
                .hasSize(3)
                .isSortedAccordingTo((a, b) -> MemoryDatabase.compare(a.value(), b.value()));
    }

    @Test
    default void tellsToWhichCampaignALockedMessageBelongs() {
        var organization = AnOrganization.in(storage());
        var campaign = ACampaign.expanded(storage(), organization, 1);
        var claimed =
                AtDevice.of(storage(), ADevice.in(storage(), organization)).claimed();

        var held = call(
                () -> store().lock(organization, Set.of(claimed.get(0).claim().message())));

        assertThat(held).extracting(Held::campaign).containsExactly(Optional.of(campaign.id()));
    }

    @Test
    default void settlesAMessageWithAllThatIsKnown() {
        var organization = AnOrganization.in(storage());
        var id = accepted(organization);
        var holder = found(organization, id).device();
        var told = new Settlement(
                id,
                MessageStatus.DELIVERED,
                Sample.NOW.plusSeconds(50),
                Optional.of(Sample.NOW.plusSeconds(10)),
                Optional.of(Sample.NOW.plusSeconds(20)),
                OptionalInt.of(2),
                Optional.empty());

        settle(organization, told);

        var settled = found(organization, id);
        assertThat(settled.status()).isEqualTo(MessageStatus.DELIVERED);
        assertThat(settled.parts()).isEqualTo(2);
        assertThat(settled.failure()).isEmpty();
        assertThat(settled.device()).isEqualTo(holder);
        assertThat(settled.times())
                .isEqualTo(new Message.Times(Sample.NOW, told.sentAt(), told.deliveredAt(), told.at()));
    }

    @Test
    default void settlesSeveralMessagesEachItsOwnWay() {
        var organization = AnOrganization.in(storage());
        var device = AtDevice.of(storage(), ADevice.in(storage(), organization));
        AMessage.many(storage(), organization, 3);
        var ids = device.accepted().stream().map(c -> c.claim().message()).toList();

        run(() -> {
            store().lock(organization, ids);
            store().settle(
                            organization,
                            List.of(
                                    AtDevice.to(ids.get(0), MessageStatus.SENT),
                                    AtDevice.to(ids.get(1), MessageStatus.FAILED)));
        });

        assertThat(found(organization, ids.get(0)).status()).isEqualTo(MessageStatus.SENT);
        assertThat(found(organization, ids.get(1)).status()).isEqualTo(MessageStatus.FAILED);
        assertThat(found(organization, ids.get(1)).failure()).contains("RESULT_ERROR_GENERIC_FAILURE");
        assertThat(found(organization, ids.get(2)).status()).isEqualTo(MessageStatus.DISPATCHED);
    }

    @Test
    default void keepsTheTimeOfSendingThatWasKnownEarlier() {
        var organization = AnOrganization.in(storage());
        var id = accepted(organization);
        var sent = Sample.NOW.plusSeconds(10);
        var delivered = Sample.NOW.plusSeconds(30);

        settle(organization, left(id, MessageStatus.SENT, sent, Optional.empty()));
        settle(organization, left(id, MessageStatus.DELIVERED, delivered, Optional.of(delivered)));

        assertThat(found(organization, id).times().sentAt()).contains(sent);
        assertThat(found(organization, id).times().deliveredAt()).contains(delivered);
    }

    @Test
    default void leavesTheNumberOfPartsAloneWhenItIsNotTold() {
        var organization = AnOrganization.in(storage());
        var id = accepted(organization);
        run(() -> store().write(organization, List.of(new HandOverStore.Written(id, "Long", 4))));

        settle(organization, AtDevice.to(id, MessageStatus.SENT));

        assertThat(found(organization, id).parts()).isEqualTo(4);
    }

    @Test
    default void forgetsTheReasonOfABadEndThatWasNone() {
        var organization = AnOrganization.in(storage());
        var id = accepted(organization);
        settle(organization, Settlement.unsent(id, MessageStatus.UNKNOWN, Sample.NOW, Failure.DEVICE_SILENT));
        assertThat(found(organization, id).failure()).contains(Failure.DEVICE_SILENT);

        settle(organization, AtDevice.to(id, MessageStatus.SENT));

        assertThat(found(organization, id).failure()).isEmpty();
    }

    /** Every status after every other, as {@link MessageStatus} says and not otherwise. */
    @Test
    default void settlesOnlyAsTheStatusAllows() {
        var organization = AnOrganization.in(storage());
        for (var from : MessageStatus.values()) {
            for (var to : MessageStatus.values()) {
                if (to != MessageStatus.QUEUED && to != MessageStatus.DISPATCHED) {
                    var id = brought(organization, from);
                    var before = found(organization, id);

                    settle(organization, AtDevice.to(id, to));

                    var after = found(organization, id);
                    if (from.canBecome(to)) {
                        assertThat(after.status()).as("%s after %s", to, from).isEqualTo(to);
                    } else {
                        assertThat(after).as("%s after %s", to, from).isEqualTo(before);
                    }
                }
            }
        }
    }

    /** Brings a message to {@code status} the usual way. */
    private MessageId brought(OrganizationId organization, MessageStatus status) {
        var device = ADevice.in(storage(), organization);
        var id = AMessage.of(organization).through(device.id()).in(storage()).id();
        if (status == MessageStatus.QUEUED) {
            return id;
        }
        AtDevice.of(storage(), device).accepted();
        if (status != MessageStatus.DISPATCHED) {
            settle(organization, AtDevice.to(id, status));
        }
        assertThat(found(organization, id).status()).isEqualTo(status);
        return id;
    }

    @Test
    default void requeuesAMessageForAnyDevice() {
        var organization = AnOrganization.in(storage());
        var id = accepted(organization);
        var later = Sample.NOW.plusSeconds(40);

        run(() -> {
            store().lock(organization, List.of(id));
            store().requeue(organization, List.of(id), later, true);
        });

        var requeued = found(organization, id);
        assertThat(requeued.status()).isEqualTo(MessageStatus.QUEUED);
        assertThat(requeued.device()).isEmpty();
        assertThat(requeued.times().changedAt()).isEqualTo(later);
        assertThat(call(() -> store().lock(organization, List.of(id))))
                .containsExactly(new Held(
                        id,
                        Optional.empty(),
                        Optional.empty(),
                        1,
                        false,
                        1,
                        Optional.empty(),
                        new SimParts(Optional.empty(), 1),
                        MessageStatus.QUEUED,
                        Recall.NONE));
    }

    @Test
    default void countsHowOftenDevicesGaveAMessageBack() {
        var organization = AnOrganization.in(storage());
        var device = AtDevice.of(storage(), ADevice.in(storage(), organization));
        var id = AMessage.of(organization).in(storage()).id();

        for (var returned : List.of(true, false, true)) {
            device.claimed();
            run(() -> store().requeue(organization, List.of(id), Sample.NOW, returned));
        }

        assertThat(call(() -> store().lock(organization, List.of(id))).get(0).returns())
                .isEqualTo(2);
    }

    @Test
    default void requeuesOnlyWhatIsAtADevice() {
        var organization = AnOrganization.in(storage());
        Map<MessageStatus, MessageId> ids = new EnumMap<>(MessageStatus.class);
        for (var status : MessageStatus.values()) {
            if (status != MessageStatus.DISPATCHED) {
                ids.put(status, brought(organization, status));
            }
        }

        run(() -> {
            store().lock(organization, ids.values());
            store().requeue(organization, ids.values(), Sample.NOW, true);
        });

        ids.forEach((status, id) -> {
            assertThat(found(organization, id).status()).isEqualTo(status);
            assertThat(call(() -> store().lock(organization, List.of(id)))
                            .get(0)
                            .returns())
                    .isZero();
        });
    }
}
