package com.pulsesms.core.memory;

import com.pulsesms.core.gateway.HandOverStore;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageCounts;
import com.pulsesms.core.message.MessageStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Messages, with indexes by what is looked for often: each change of a row goes through here and keeps them in step. */
final class MessageTable {
    private static final UUID FIRST = new UUID(0, 0);

    private final MemoryDatabase database;
    private final QuotaTable quotas;
    private final OwnedTable<MessageRow> rows;
    private final Table<Place, Owned> waiting;
    private final Table<Place, Owned> atDevices;
    private final Table<Deadline, Owned> deadlines;
    private final Table<Recipient, Owned> recipients;
    private final Table<Owned, MessageCounts> counts;

    MessageTable(MemoryDatabase database, QuotaTable quotas) {
        this.database = database;
        this.quotas = quotas;
        this.rows = new OwnedTable<>(database, MessageRow::key);
        this.waiting = database.table(Place.ORDER);
        this.atDevices = database.table(Place.ORDER);
        this.deadlines = database.table(Comparator.comparing(Deadline::at)
                .thenComparing(due -> due.message().value(), MemoryDatabase::compare));
        this.recipients = database.table(
                Comparator.comparing((Recipient r) -> r.campaign().value(), MemoryDatabase::compare)
                        .thenComparing(r -> r.number().e164()));
        this.counts = database.table(Owned.NEWEST_FIRST);
    }

    /**
     * Where an open message is to be found.
     *
     * @param device who holds it, or whom it waits for; empty if for anyone
     */
    private record Place(OrganizationId organization, Optional<DeviceId> device, Lane lane, UUID message) {
        private static final Comparator<Place> ORDER = Comparator.comparing(
                        (Place place) -> place.organization().value(), MemoryDatabase::compare)
                .thenComparing(place -> place.device().map(DeviceId::value).orElse(FIRST), MemoryDatabase::compare)
                .thenComparing(Place::lane)
                .thenComparing(Place::message, MemoryDatabase::compare);

        private boolean beside(Place other) {
            return organization.equals(other.organization) && device.equals(other.device) && lane == other.lane;
        }
    }

    private record Deadline(Instant at, MessageId message) {}

    private record Recipient(CampaignId campaign, PhoneNumber number) {}

    OwnedTable<MessageRow> rows() {
        return rows;
    }

    Optional<MessageRow> find(OrganizationId organization, MessageId id) {
        return rows.find(organization, id.value());
    }

    /** Inserts or replaces. What ended without having left gives back what it holds. */
    void put(MessageRow row) {
        database.atomically(() -> {
            var kept = givenBack(row);
            rows.put(kept).ifPresent(this::unindex);
            index(kept);
        });
    }

    private MessageRow givenBack(MessageRow row) {
        if (!row.status().unused(row.message().parts())) {
            return row;
        }
        row.quota().ifPresent(quota -> quotas.giveBack(quota, 1));
        return row.holding(Optional.empty());
    }

    boolean hasRecipient(CampaignId campaign, PhoneNumber number) {
        return recipients.contains(new Recipient(campaign, number));
    }

    private void index(MessageRow row) {
        var message = row.message();
        if (row.claimable()) {
            waiting.insert(waitingAt(message), row.key());
        } else if (row.status() == MessageStatus.DISPATCHED) {
            atDevices.insert(heldAt(message), row.key());
        }
        deadline(row).ifPresent(due -> deadlines.insert(due, row.key()));
        message.origin().campaign().ifPresent(campaign -> {
            recipients.put(new Recipient(campaign, message.to()), row.key());
            count(message.organization(), campaign, row.status(), 1);
        });
    }

    private void unindex(MessageRow row) {
        waiting.remove(waitingAt(row.message()));
        atDevices.remove(heldAt(row.message()));
        deadline(row).ifPresent(deadlines::remove);
        var organization = row.message().organization();
        row.message().origin().campaign().ifPresent(campaign -> count(organization, campaign, row.status(), -1));
    }

    private static Place waitingAt(Message message) {
        var id = message.id().value();
        return new Place(message.organization(), message.route().device(), message.lane(), id);
    }

    private static Place heldAt(Message message) {
        return new Place(
                message.organization(),
                message.device(),
                Lane.URGENT,
                message.id().value());
    }

    /** Only of what we expire: the phone itself ends what it accepted. */
    private static Optional<Deadline> deadline(MessageRow row) {
        return row.message()
                .deadline()
                .filter(at -> row.status().open() && !row.accepted())
                .map(at -> new Deadline(at, row.message().id()));
    }

    private void count(OrganizationId organization, CampaignId campaign, MessageStatus status, long change) {
        Map<MessageStatus, Long> changed = new EnumMap<>(MessageStatus.class);
        changed.putAll(counts(organization, campaign).byStatus());
        changed.merge(status, change, Long::sum);
        counts.put(new Owned(organization, campaign.value()), new MessageCounts(changed));
    }

    MessageCounts counts(OrganizationId organization, CampaignId campaign) {
        return counts.find(new Owned(organization, campaign.value())).orElse(MessageCounts.NONE);
    }

    /** The oldest of the messages that wait in a lane and may leave through the device now. */
    List<MessageRow> waiting(OrganizationId organization, HandOverStore.Wish wish, Lane lane, int max) {
        return Stream.of(Optional.<DeviceId>empty(), Optional.of(wish.device()))
                .flatMap(pinned -> beside(waiting, new Place(organization, pinned, lane, FIRST))
                        .filter(row -> row.message()
                                .route()
                                .sim()
                                .filter(wish.fullSims()::contains)
                                .isEmpty())
                        .limit(max))
                .sorted(Comparator.comparing(row -> row.key().id(), MemoryDatabase::compare))
                .limit(max)
                .toList();
    }

    boolean anyWaiting(OrganizationId organization, Set<Lane> lanes) {
        var first = new Place(organization, Optional.empty(), Lane.URGENT, FIRST);
        return waiting.from(first)
                .takeWhile(key -> key.organization().equals(organization))
                .anyMatch(key -> lanes.contains(row(key).message().lane()));
    }

    /** What the device holds, accepted or not, in the order of ids. */
    Stream<MessageRow> heldBy(OrganizationId organization, DeviceId device) {
        return beside(atDevices, new Place(organization, Optional.of(device), Lane.URGENT, FIRST));
    }

    private Stream<MessageRow> beside(Table<Place, Owned> places, Place first) {
        return places.from(first)
                .map(this::row)
                .takeWhile(row -> first.beside(
                        row.status() == MessageStatus.QUEUED ? waitingAt(row.message()) : heldAt(row.message())));
    }

    /** What devices hold, in all organizations. */
    Stream<MessageRow> held() {
        return atDevices.rows().map(this::row);
    }

    /** What waits, or is held unaccepted, and has a deadline that passed by {@code time}, in all organizations. */
    Stream<MessageRow> due(Instant time) {
        return deadlines
                .rows()
                .map(this::row)
                .takeWhile(row ->
                        row.message().deadline().filter(at -> !at.isAfter(time)).isPresent());
    }

    private MessageRow row(Owned key) {
        return rows.find(key).orElseThrow();
    }
}
