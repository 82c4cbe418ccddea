package com.pulsesms.core.memory;

import com.pulsesms.core.gateway.Settlement;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.TimeOrderedIds;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageCounts;
import com.pulsesms.core.message.MessageFilter;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.message.MessageStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Messages in a {@link MemoryDatabase}. */
final class MemoryMessageStore implements MessageStore {
    private final MemoryDatabase database;
    private final MessageTable table;

    private final MemoryOptOutStore optOuts;

    MemoryMessageStore(MemoryDatabase database, MessageTable table, MemoryOptOutStore optOuts) {
        this.database = database;
        this.table = table;
        this.optOuts = optOuts;
    }

    @Override
    public void insert(List<Message> messages) {
        database.atomically(() -> messages.forEach(message -> table.put(MessageRow.of(message))));
    }

    @Override
    public Optional<Message> find(OrganizationId organization, MessageId id) {
        return table.find(organization, id).map(MessageRow::message);
    }

    @Override
    public List<Message> among(OrganizationId organization, Collection<MessageId> ids) {
        return database.atomically(() -> ids.stream()
                .distinct()
                .flatMap(id -> find(organization, id).stream())
                .toList());
    }

    @Override
    public Optional<Message> lock(OrganizationId organization, MessageId id) {
        return find(organization, id);
    }

    @Override
    public List<Message> resends(OrganizationId organization, MessageId original) {
        return database.atomically(() -> {
            var newestFirst = new ArrayList<>(table.rows()
                    .of(organization)
                    .map(MessageRow::message)
                    .filter(message -> message.origin().resendOf().equals(Optional.of(original)))
                    .toList());
            Collections.reverse(newestFirst);
            return newestFirst;
        });
    }

    @Override
    public Resent resend(OrganizationId organization, Resend wish, Instant now) {
        return database.atomically(() -> {
            var ids = new TimeOrderedIds(Clock.fixed(now, ZoneOffset.UTC));
            var looked = table.rows()
                    .of(organization)
                    .map(MessageRow::message)
                    .filter(message -> toResend(message, wish))
                    .sorted(Comparator.comparing(message -> message.id().value(), MemoryDatabase::compare))
                    .limit(wish.limit())
                    .toList();
            var made = looked.stream()
                    .map(message -> message.again(new MessageId(ids.next()), message.id(), now))
                    .toList();
            made.forEach(message -> table.put(MessageRow.of(message)));
            return new Resent(
                    made.stream().map(Message::id).toList(),
                    looked.isEmpty()
                            ? Optional.empty()
                            : Optional.of(looked.get(looked.size() - 1).id()));
        });
    }

    private boolean toResend(Message message, Resend wish) {
        return message.origin().campaign().equals(Optional.of(wish.campaign()))
                && wish.statuses().contains(message.status())
                && message.text().isPresent()
                && wish.after()
                        .filter(last -> MemoryDatabase.compare(message.id().value(), last.value()) <= 0)
                        .isEmpty()
                && !optOuts.has(message.organization(), message.to())
                && resends(message.organization(), message.id()).stream()
                        .allMatch(resend -> wish.statuses().contains(resend.status()));
    }

    @Override
    public void cancel(OrganizationId organization, MessageId id, Instant now) {
        database.atomically(() -> table.find(organization, id)
                .filter(row -> row.status().open())
                .ifPresent(row -> table.put(row.accepted() ? row.cancelAsked() : row.canceled(now))));
    }

    @Override
    public void skip(OrganizationId organization, Collection<MessageId> ids, String failure, Instant now) {
        database.atomically(() -> ids.stream()
                .flatMap(id -> table.find(organization, id).stream())
                .filter(row -> row.status() == MessageStatus.QUEUED)
                .forEach(row -> table.put(row.settled(new Settlement(
                        row.message().id(),
                        MessageStatus.SKIPPED,
                        now,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.of(0),
                        Optional.of(failure))))));
    }

    @Override
    public Page<Message> page(OrganizationId organization, MessageFilter filter, PageRequest request) {
        return table.rows()
                .page(organization, request, row -> matches(filter, row.message()))
                .map(MessageRow::message);
    }

    private static boolean matches(MessageFilter filter, Message message) {
        return isOrAny(filter.campaign(), message.origin().campaign())
                && isOrAny(filter.status(), Optional.of(message.status()))
                && isOrAny(filter.device(), message.device())
                && isOrAny(filter.to(), Optional.of(message.to()))
                && filter.since()
                        .filter(since -> message.times().createdAt().isBefore(since))
                        .isEmpty()
                && filter.before()
                        .filter(before -> !message.times().createdAt().isBefore(before))
                        .isEmpty();
    }

    private static <T> boolean isOrAny(Optional<T> wanted, Optional<T> actual) {
        return wanted.isEmpty() || wanted.equals(actual);
    }

    /** The counts follow each change. */
    @Override
    public int recount(int limit) {
        return 0;
    }

    @Override
    public Map<CampaignId, MessageCounts> counts(OrganizationId organization, Set<CampaignId> campaigns) {
        return database.atomically(() -> campaigns.stream()
                .collect(Collectors.toMap(Function.identity(), id -> table.counts(organization, id))));
    }

    @Override
    public boolean anyOpen(OrganizationId organization, CampaignId campaign) {
        return table.counts(organization, campaign).queued() > 0;
    }

    @Override
    public long singleParts(OrganizationId organization, Set<DeviceId> devices, Instant time) {
        return database.atomically(() -> table.rows()
                .of(organization)
                .map(MessageRow::message)
                .filter(message -> message.status().open())
                .filter(message -> message.origin().campaign().isEmpty())
                .filter(message -> message.lane() == Lane.URGENT
                        || message.times().createdAt().isBefore(time))
                .filter(message ->
                        message.route().device().map(devices::contains).orElse(true))
                .mapToLong(Message::parts)
                .sum());
    }

    @Override
    public long used(OrganizationId organization, Instant from, Instant to) {
        return database.atomically(() -> table.rows()
                .of(organization)
                .map(MessageRow::message)
                .filter(message -> !message.times().createdAt().isBefore(from))
                .filter(message -> message.times().createdAt().isBefore(to))
                .filter(message -> message.status().usedUp(message.parts()))
                .count());
    }
}
