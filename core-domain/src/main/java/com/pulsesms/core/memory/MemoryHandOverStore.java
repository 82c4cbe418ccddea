package com.pulsesms.core.memory;

import com.pulsesms.core.campaign.CampaignRef;
import com.pulsesms.core.campaign.CampaignStatus;
import com.pulsesms.core.device.SimParts;
import com.pulsesms.core.gateway.CalledBack;
import com.pulsesms.core.gateway.Claim;
import com.pulsesms.core.gateway.Claimed;
import com.pulsesms.core.gateway.HandOverStore;
import com.pulsesms.core.gateway.Held;
import com.pulsesms.core.gateway.Recall;
import com.pulsesms.core.gateway.Settlement;
import com.pulsesms.core.gateway.Swept;
import com.pulsesms.core.gateway.Wording;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.message.Failure;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The hand-over's rows in a {@link MemoryDatabase}. */
final class MemoryHandOverStore implements HandOverStore {
    private final MemoryDatabase database;
    private final MessageTable messages;
    private final Wordings wordings;

    MemoryHandOverStore(MemoryDatabase database, MessageTable messages, Wordings wordings) {
        this.database = database;
        this.messages = messages;
        this.wordings = wordings;
    }

    @Override
    public List<Claimed> reoffer(OrganizationId organization, Wish wish, Instant leaseUntil) {
        return database.atomically(() -> {
            var offered = messages.heldBy(organization, wish.device())
                    .filter(row -> !row.accepted())
                    .filter(row -> wish.lanes().contains(row.message().lane()))
                    .filter(row -> wordings.campaignStatus(row.message())
                            .filter(CampaignStatus::stopped)
                            .isEmpty())
                    .limit(wish.max())
                    .toList();
            offered.forEach(row -> messages.put(row.leased(leaseUntil)));
            return offered.stream().map(row -> claimed(row, wordings::again)).toList();
        });
    }

    @Override
    public List<Claimed> claim(OrganizationId organization, Wish wish, Instant now, Instant leaseUntil) {
        return database.atomically(() -> {
            var claimed = new ArrayList<Claimed>();
            for (var lane : new TreeSet<>(wish.lanes())) {
                for (var row : messages.waiting(organization, wish, lane, wish.max() - claimed.size())) {
                    var held = row.claimed(wish.device(), now, leaseUntil);
                    messages.put(held);
                    claimed.add(claimed(held, wordings::of));
                }
            }
            return claimed;
        });
    }

    private static Claimed claimed(MessageRow row, Function<Message, Wording> wording) {
        var message = row.message();
        return new Claimed(
                new Claim(message.id(), row.claim()),
                message.origin().campaign(),
                message.to(),
                wording.apply(message),
                message.lane(),
                message.route().sim(),
                message.deadline());
    }

    @Override
    public void write(OrganizationId organization, List<Written> texts) {
        database.atomically(() -> texts.forEach(text -> messages.find(organization, text.id())
                .ifPresent(row -> messages.put(row.written(text.text(), text.parts())))));
    }

    @Override
    public List<SimParts> partsHeld(OrganizationId organization, DeviceId device) {
        return database.atomically(() ->
                messages.heldBy(organization, device).map(MessageRow::parts).toList());
    }

    @Override
    public List<Held> lock(OrganizationId organization, Collection<MessageId> ids) {
        return database.atomically(() -> ids.stream()
                .distinct()
                .sorted(Comparator.comparing(MessageId::value, MemoryDatabase::compare))
                .flatMap(id -> messages.find(organization, id).stream())
                .map(row -> row.held(wordings.campaignStatus(row.message())))
                .toList());
    }

    @Override
    public void accept(OrganizationId organization, List<Acceptance> accepted) {
        database.atomically(() -> accepted.forEach(acceptance -> messages.find(organization, acceptance.id())
                .filter(row -> row.status() == MessageStatus.DISPATCHED)
                .ifPresent(row -> messages.put(row.acceptedUntil(acceptance.reportDue())))));
    }

    @Override
    public void settle(OrganizationId organization, List<Settlement> settlements) {
        database.atomically(() -> settlements.forEach(settlement -> messages.find(organization, settlement.id())
                .filter(row -> row.status().canBecome(settlement.status()))
                .ifPresent(row -> messages.put(row.settled(settlement)))));
    }

    @Override
    public void putBack(OrganizationId organization, Collection<MessageId> ids, Instant now) {
        database.atomically(
                () -> requeueable(organization, ids).forEach(row -> messages.put(row.requeued(now, false))));
    }

    @Override
    public Set<CampaignId> requeue(
            OrganizationId organization, Collection<MessageId> ids, Instant now, boolean counted) {
        return database.atomically(() -> {
            var rows = requeueable(organization, ids).toList();
            rows.forEach(row -> messages.put(requeued(row, now, counted)));
            return rows.stream()
                    .filter(row -> recall(row) == Recall.CANCEL)
                    .flatMap(row -> row.message().origin().campaign().stream())
                    .collect(Collectors.toSet());
        });
    }

    private Stream<MessageRow> requeueable(OrganizationId organization, Collection<MessageId> ids) {
        return ids.stream()
                .flatMap(id -> messages.find(organization, id).stream())
                .filter(row -> row.status().canBecome(MessageStatus.QUEUED));
    }

    private MessageRow requeued(MessageRow row, Instant now, boolean counted) {
        return switch (recall(row)) {
            case NONE -> row.requeued(now, counted);
            case RETURN -> row.requeued(now, counted).held(true);
            case CANCEL -> row.canceled(now);
        };
    }

    private Recall recall(MessageRow row) {
        return row.recall(wordings.campaignStatus(row.message()));
    }

    @Override
    public List<CalledBack> calledBack(OrganizationId organization, DeviceId device, int limit) {
        return database.atomically(() -> messages.heldBy(organization, device)
                .filter(MessageRow::accepted)
                .map(row -> new CalledBack(new Claim(row.message().id(), row.claim()), recall(row)))
                .filter(one -> one.recall() != Recall.NONE)
                .limit(limit)
                .toList());
    }

    @Override
    public Swept endLeases(Instant now, int limit) {
        return sweep(
                () -> messages.held()
                        .filter(row -> !row.accepted())
                        .filter(row -> row.leaseUntil().filter(now::isBefore).isEmpty())
                        .limit(limit),
                row -> row.requeued(now, false));
    }

    @Override
    public Swept giveUpOverdue(Instant now, int limit) {
        return sweep(
                () -> messages.held()
                        .filter(row -> row.reportDue()
                                .filter(due -> !now.isBefore(due))
                                .isPresent())
                        .limit(limit),
                row -> givenUp(row, now));
    }

    @Override
    public Swept expire(Instant now, int limit) {
        return sweep(
                () -> messages.due(now).limit(limit),
                row -> row.settled(ended(row, MessageStatus.EXPIRED, now, OptionalInt.of(0), Failure.DEADLINE_PASSED)));
    }

    @Override
    public Swept giveUpDevice(OrganizationId organization, DeviceId device, Instant now) {
        return sweep(
                () -> messages.heldBy(organization, device).filter(MessageRow::accepted), row -> givenUp(row, now));
    }

    private static MessageRow givenUp(MessageRow row, Instant now) {
        return row.settled(ended(row, MessageStatus.UNKNOWN, now, OptionalInt.empty(), Failure.DEVICE_SILENT));
    }

    private static Settlement ended(
            MessageRow row, MessageStatus status, Instant now, OptionalInt parts, String failure) {
        return new Settlement(
                row.message().id(), status, now, Optional.empty(), Optional.empty(), parts, Optional.of(failure));
    }

    private Swept sweep(Supplier<Stream<MessageRow>> overdue, Function<MessageRow, MessageRow> change) {
        return database.atomically(() -> {
            var found = overdue.get().map(change).toList();
            found.forEach(messages::put);
            var changed = found.stream().map(MessageRow::message).toList();
            return new Swept(
                    changed.size(),
                    changed.stream().map(Message::organization).collect(Collectors.toSet()),
                    changed.stream()
                            .filter(message -> !message.status().open())
                            .flatMap(message -> message.origin().campaign().stream()
                                    .map(campaign -> new CampaignRef(message.organization(), campaign)))
                            .collect(Collectors.toSet()),
                    found.stream()
                            .filter(row -> row.status() == MessageStatus.UNKNOWN)
                            .flatMap(MemoryHandOverStore::mayHaveLeft)
                            .toList(),
                    changed.stream()
                            .filter(message -> message.status() == MessageStatus.EXPIRED)
                            .collect(Collectors.groupingBy(
                                    Message::organization, Collectors.mapping(Message::id, Collectors.toList()))));
        });
    }

    private static Stream<Swept.MayHaveLeft> mayHaveLeft(MessageRow row) {
        var message = row.message();
        return message.device().stream()
                .map(device -> new Swept.MayHaveLeft(message.organization(), device, row.parts()));
    }

    @Override
    public Set<OrganizationId> waiting(Set<OrganizationId> organizations, Set<Lane> lanes) {
        return database.atomically(() -> organizations.stream()
                .filter(organization -> messages.anyWaiting(organization, lanes))
                .collect(Collectors.toSet()));
    }
}
