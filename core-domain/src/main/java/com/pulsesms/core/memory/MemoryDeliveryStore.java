package com.pulsesms.core.memory;

import com.pulsesms.core.kernel.DeliveryId;
import com.pulsesms.core.kernel.EndpointId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.webhook.Attempt;
import com.pulsesms.core.webhook.Delivery;
import com.pulsesms.core.webhook.DeliveryFilter;
import com.pulsesms.core.webhook.DeliveryState;
import com.pulsesms.core.webhook.DeliveryStore;
import com.pulsesms.core.webhook.Endpoint;
import com.pulsesms.core.webhook.EndpointRef;
import com.pulsesms.core.webhook.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Events and their deliveries in a {@link MemoryDatabase}. */
final class MemoryDeliveryStore implements DeliveryStore {
    private static final UUID FIRST = new UUID(0, 0);

    private final MemoryDatabase database;
    private final MemoryEndpointStore endpoints;
    private final OwnedTable<Row> deliveries;
    private final Table<Due, Owned> due;

    MemoryDeliveryStore(MemoryDatabase database, MemoryEndpointStore endpoints) {
        this.database = database;
        this.endpoints = endpoints;
        this.deliveries = new OwnedTable<>(database, Row::key);
        this.due = database.table(Due.ORDER);
    }

    private record Row(Delivery delivery, int claims, List<Attempt> attempts) {
        private Owned key() {
            return new Owned(delivery.event().organization(), delivery.id().value());
        }

        private Row at(DeliveryState state, int made, Optional<Instant> dueAt) {
            return new Row(
                    new Delivery(delivery.id(), delivery.endpoint(), delivery.event(), state, made, dueAt),
                    claims,
                    attempts);
        }

        private Row dueAt(Instant time) {
            return at(delivery.state(), delivery.attempts(), Optional.of(time));
        }

        private Row claimed(Instant leaseUntil) {
            return new Row(dueAt(leaseUntil).delivery, claims + 1, attempts);
        }

        private Row logged(Attempt attempt) {
            var all = new ArrayList<>(attempts);
            all.removeIf(one -> one.number() == attempt.number());
            all.add(attempt);
            all.sort(Comparator.comparing(Attempt::number));
            return new Row(delivery, claims, List.copyOf(all));
        }
    }

    private record Due(EndpointId endpoint, Instant at, UUID delivery) {
        private static final Comparator<Due> ORDER = Comparator.comparing(
                        (Due one) -> one.endpoint().value(), MemoryDatabase::compare)
                .thenComparing(Due::at)
                .thenComparing(Due::delivery, MemoryDatabase::compare);
    }

    private static Optional<Due> due(Row row) {
        return row.delivery
                .dueAt()
                .map(at ->
                        new Due(row.delivery.endpoint(), at, row.delivery.id().value()));
    }

    private void put(Row row) {
        deliveries.put(row).flatMap(MemoryDeliveryStore::due).ifPresent(due::remove);
        due(row).ifPresent(place -> due.put(place, row.key()));
    }

    private Optional<Row> row(EndpointRef endpoint, DeliveryId id) {
        return deliveries
                .find(endpoint.organization(), id.value())
                .filter(row -> row.delivery.to().equals(endpoint));
    }

    private Stream<Row> rows(EndpointRef endpoint) {
        return deliveries
                .of(endpoint.organization())
                .filter(row -> row.delivery.to().equals(endpoint));
    }

    private Stream<Row> due(EndpointRef endpoint, Instant now) {
        return due.from(new Due(endpoint.endpoint(), Instant.MIN, FIRST))
                .flatMap(key -> deliveries.find(key).stream())
                .takeWhile(row -> row.delivery.endpoint().equals(endpoint.endpoint()))
                .takeWhile(row ->
                        row.delivery.dueAt().filter(at -> !at.isAfter(now)).isPresent())
                .filter(row -> row.delivery.to().equals(endpoint));
    }

    @Override
    public void insert(List<Event> events, List<Delivery> made) {
        database.atomically(() -> made.forEach(delivery -> put(new Row(delivery, 0, List.of()))));
    }

    @Override
    public List<Claimed> claim(EndpointRef endpoint, int max, Instant now, Instant leaseUntil) {
        return database.atomically(() -> {
            var found = due(endpoint, now).limit(max).toList().stream()
                    .map(row -> row.claimed(leaseUntil))
                    .toList();
            found.forEach(this::put);
            return found.stream()
                    .map(row -> new Claimed(row.delivery, row.claims))
                    .toList();
        });
    }

    @Override
    public void settle(EndpointRef endpoint, List<Outcome> outcomes) {
        database.atomically(() ->
                outcomes.forEach(outcome -> row(endpoint, outcome.delivery()).ifPresent(row -> settle(row, outcome))));
    }

    private void settle(Row row, Outcome outcome) {
        var logged = row.logged(outcome.attempt());
        var newest = row.claims == outcome.attempt().number();
        put(newest ? logged.at(outcome.state(), row.delivery.attempts() + 1, outcome.dueAt()) : logged);
    }

    @Override
    public void putBack(EndpointRef endpoint, List<Claimed> claimed, Instant now) {
        database.atomically(() ->
                claimed.forEach(one -> row(endpoint, one.delivery().id())
                        .filter(row -> row.claims == one.number())
                        .ifPresent(row -> put(row.dueAt(now)))));
    }

    @Override
    public Optional<Delivery> find(EndpointRef endpoint, DeliveryId id) {
        return row(endpoint, id).map(Row::delivery);
    }

    @Override
    public List<Attempt> attempts(EndpointRef endpoint, DeliveryId id) {
        return row(endpoint, id).map(Row::attempts).orElseGet(List::of);
    }

    @Override
    public Page<Delivery> page(EndpointRef endpoint, DeliveryFilter filter, PageRequest request) {
        return deliveries
                .page(
                        endpoint.organization(),
                        request,
                        row -> row.delivery.to().equals(endpoint) && filter.accepts(row.delivery))
                .map(Row::delivery);
    }

    @Override
    public void redeliver(EndpointRef endpoint, DeliveryId id, Instant now) {
        database.atomically(() -> row(endpoint, id).ifPresent(row -> beginAnew(row, now)));
    }

    @Override
    public int redeliver(EndpointRef endpoint, Replay replay, Instant now) {
        return database.atomically(() -> {
            var found = rows(endpoint)
                    .filter(row -> replay.states().contains(row.delivery.state()))
                    .filter(row -> !row.delivery.event().at().isBefore(replay.from()))
                    .filter(row -> row.delivery.event().at().isBefore(replay.to()))
                    .toList();
            found.forEach(row -> beginAnew(row, now));
            return found.size();
        });
    }

    private void beginAnew(Row row, Instant now) {
        put(row.at(DeliveryState.PENDING, 0, Optional.of(now)));
    }

    @Override
    public List<EndpointRef> due(Instant now, Optional<EndpointId> after, int limit) {
        return database.atomically(() -> due.rows()
                .flatMap(key -> deliveries.find(key).stream())
                .map(row -> row.delivery.to())
                .distinct()
                .filter(ref -> after.filter(
                                last -> MemoryDatabase.compare(ref.endpoint().value(), last.value()) <= 0)
                        .isEmpty())
                .filter(ref -> endpoints
                        .find(ref.organization(), ref.endpoint())
                        .filter(Endpoint::enabled)
                        .isPresent())
                .filter(ref -> anyDue(ref, now))
                .limit(limit)
                .toList());
    }

    @Override
    public boolean anyDue(EndpointRef endpoint, Instant now) {
        return database.atomically(() -> due(endpoint, now).findAny().isPresent());
    }

    @Override
    public int forget(Instant time, int limit) {
        return database.atomically(() -> {
            var old = deliveries
                    .all()
                    .filter(row -> row.delivery.event().at().isBefore(time))
                    .limit(limit)
                    .toList();
            old.forEach(row -> {
                due(row).ifPresent(due::remove);
                deliveries.remove(row.key().organization(), row.key().id());
            });
            return (int) old.stream()
                    .map(row -> row.delivery.event().id())
                    .distinct()
                    .count();
        });
    }
}
