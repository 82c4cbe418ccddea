package com.pulsesms.persistence.webhook;

import com.pulsesms.core.kernel.DeliveryId;
import com.pulsesms.core.kernel.EndpointId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.webhook.Attempt;
import com.pulsesms.core.webhook.Delivery;
import com.pulsesms.core.webhook.DeliveryFilter;
import com.pulsesms.core.webhook.DeliveryState;
import com.pulsesms.core.webhook.DeliveryStore;
import com.pulsesms.core.webhook.EndpointRef;
import com.pulsesms.core.webhook.Event;
import com.pulsesms.persistence.Dialect;
import com.pulsesms.persistence.JpaTransactions;
import com.pulsesms.persistence.Pages;
import com.pulsesms.persistence.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Events and their deliveries in the database. */
public final class JpaDeliveryStore implements DeliveryStore {
    private static final UUID FIRST = new UUID(0, 0);
    private static final String OF_ENDPOINT = "endpoint_id = ? and organization_id = ?";
    private static final String BEGINS_ANEW =
            "update webhook_delivery set state = '" + DeliveryState.PENDING + "', attempts = 0, due_at = ? where ";

    private final JpaTransactions transactions;
    private final Dialect dialect;

    public JpaDeliveryStore(JpaTransactions transactions, Dialect dialect) {
        this.transactions = transactions;
        this.dialect = dialect;
    }

    @Override
    public void insert(List<Event> events, List<Delivery> deliveries) {
        transactions.sql(sql -> {
            sql.batch(
                    "insert into webhook_event (id, organization_id, type, happened_at, body) values (?, ?, ?, ?, ?)",
                    events.stream()
                            .map(event -> new Object[] {
                                event.id().value(), event.organization().value(), event.type(), event.at(), event.body()
                            })
                            .toList());
            return sql.batch(
                    "insert into webhook_delivery (id, organization_id, endpoint_id, event_id, state, attempts, claims,"
                            + " due_at) values (?, ?, ?, ?, ?, ?, 0, ?)",
                    deliveries.stream().map(JpaDeliveryStore::values).toList());
        });
    }

    private static Object[] values(Delivery delivery) {
        return new Object[] {
            delivery.id().value(),
            delivery.event().organization().value(),
            delivery.endpoint().value(),
            delivery.event().id().value(),
            delivery.state(),
            delivery.attempts(),
            delivery.dueAt()
        };
    }

    @Override
    public List<Claimed> claim(EndpointRef endpoint, int max, Instant now, Instant leaseUntil) {
        return transactions.sql(sql -> {
            var ids = sql.query(
                    dialect.lockFirst(
                            "select id from webhook_delivery where " + OF_ENDPOINT + " and due_at <= ?", "due_at", max),
                    row -> row.id("id"),
                    endpoint.endpoint().value(),
                    endpoint.organization().value(),
                    now);
            if (ids.isEmpty()) {
                return List.of();
            }
            sql.update(
                    "update webhook_delivery set claims = claims + 1, due_at = ? where id = any(?)", leaseUntil, ids);
            return inOrder(ids, sql.query(Deliveries.SELECT + "d.id = any(?)", Deliveries::claimed, ids));
        });
    }

    private static List<Claimed> inOrder(List<UUID> ids, Collection<Claimed> claimed) {
        var ordered = new ArrayList<>(claimed);
        ordered.sort((a, b) -> Integer.compare(
                ids.indexOf(a.delivery().id().value()),
                ids.indexOf(b.delivery().id().value())));
        return ordered;
    }

    @Override
    public void settle(EndpointRef endpoint, List<Outcome> outcomes) {
        transactions.sql(sql -> {
            outcomes.forEach(outcome -> log(sql, endpoint, outcome));
            return sql.batch(
                    "update webhook_delivery set state = ?, attempts = attempts + 1, due_at = ? where id = ? and "
                            + OF_ENDPOINT + " and claims = ?",
                    outcomes.stream()
                            .map(outcome -> new Object[] {
                                outcome.state(),
                                outcome.dueAt(),
                                outcome.delivery().value(),
                                endpoint.endpoint().value(),
                                endpoint.organization().value(),
                                outcome.attempt().number()
                            })
                            .toList());
        });
    }

    private static void log(Sql sql, EndpointRef endpoint, Outcome outcome) {
        var attempt = outcome.attempt();
        var answer = attempt.answer();
        sql.update(
                "insert into webhook_attempt (delivery_id, number, attempted_at, url, status, head, problem,"
                        + " took_millis) select id, ?, ?, ?, ?, ?, ?, ? from webhook_delivery where id = ? and "
                        + OF_ENDPOINT + " on conflict do nothing",
                attempt.number(),
                attempt.at(),
                attempt.url(),
                answer.status(),
                answer.head(),
                answer.problem(),
                answer.took().toMillis(),
                outcome.delivery().value(),
                endpoint.endpoint().value(),
                endpoint.organization().value());
    }

    @Override
    public void putBack(EndpointRef endpoint, List<Claimed> claimed, Instant now) {
        transactions.sql(sql -> sql.batch(
                "update webhook_delivery set due_at = ? where id = ? and " + OF_ENDPOINT + " and claims = ?",
                claimed.stream()
                        .map(one -> new Object[] {
                            now,
                            one.delivery().id().value(),
                            endpoint.endpoint().value(),
                            endpoint.organization().value(),
                            one.number()
                        })
                        .toList()));
    }

    @Override
    public Optional<Delivery> find(EndpointRef endpoint, DeliveryId id) {
        return transactions.sql(sql -> sql
                .query(
                        Deliveries.SELECT + "d.id = ? and d.endpoint_id = ? and d.organization_id = ?",
                        Deliveries::delivery,
                        id.value(),
                        endpoint.endpoint().value(),
                        endpoint.organization().value())
                .stream()
                .findFirst());
    }

    @Override
    public List<Attempt> attempts(EndpointRef endpoint, DeliveryId id) {
        return transactions.sql(sql -> sql.query(
                "select a.* from webhook_attempt a join webhook_delivery d on d.id = a.delivery_id where d.id = ?"
                        + " and d.endpoint_id = ? and d.organization_id = ? order by a.number",
                Deliveries::attempt,
                id.value(),
                endpoint.endpoint().value(),
                endpoint.organization().value()));
    }

    @Override
    public Page<Delivery> page(EndpointRef endpoint, DeliveryFilter filter, PageRequest request) {
        var values = new ArrayList<Object>(
                List.of(endpoint.endpoint().value(), endpoint.organization().value(), Pages.before(request)));
        var wanted = new StringBuilder("d.endpoint_id = ? and d.organization_id = ? and d.id < ?");
        filter.state().ifPresent(state -> {
            wanted.append(" and d.state = ?");
            values.add(state);
        });
        filter.event().ifPresent(event -> {
            wanted.append(" and e.type = ?");
            values.add(event);
        });
        var found = transactions.sql(sql -> sql.query(
                Deliveries.SELECT + wanted + " order by d.endpoint_id, d.id desc limit " + (request.limit() + 1),
                Deliveries::delivery,
                values.toArray()));
        return Page.of(found, request, delivery -> delivery.id().value());
    }

    @Override
    public void redeliver(EndpointRef endpoint, DeliveryId id, Instant now) {
        transactions.sql(sql -> sql.update(
                BEGINS_ANEW + "id = ? and " + OF_ENDPOINT,
                now,
                id.value(),
                endpoint.endpoint().value(),
                endpoint.organization().value()));
    }

    @Override
    public int redeliver(EndpointRef endpoint, Replay replay, Instant now) {
        return transactions.sql(sql -> sql.update(
                BEGINS_ANEW + OF_ENDPOINT + " and state " + Sql.in(replay.states())
                        + " and event_id in (select id from webhook_event where organization_id = ?"
                        + " and happened_at >= ? and happened_at < ?)",
                now,
                endpoint.endpoint().value(),
                endpoint.organization().value(),
                endpoint.organization().value(),
                replay.from(),
                replay.to()));
    }

    @Override
    public List<EndpointRef> due(Instant now, Optional<EndpointId> after, int limit) {
        return transactions.sql(sql -> sql.query(
                "select e.id, e.organization_id from webhook_endpoint e where e.disabled_at is null and e.id > ?"
                        + " and exists (select 1 from webhook_delivery d where d.endpoint_id = e.id and d.due_at <= ?)"
                        + " order by e.id limit " + limit,
                row -> new EndpointRef(new OrganizationId(row.id("organization_id")), new EndpointId(row.id("id"))),
                after.map(EndpointId::value).orElse(FIRST),
                now));
    }

    @Override
    public boolean anyDue(EndpointRef endpoint, Instant now) {
        return transactions.sql(sql -> sql.one(
                "select exists (select 1 from webhook_delivery where " + OF_ENDPOINT + " and due_at <= ?) as any_due",
                row -> row.is("any_due"),
                endpoint.endpoint().value(),
                endpoint.organization().value(),
                now));
    }

    @Override
    public int forget(Instant time, int limit) {
        return transactions.sql(sql -> {
            var events = sql.query(
                    dialect.lockFirst("select id from webhook_event where happened_at < ?", "happened_at", limit),
                    row -> row.id("id"),
                    time);
            if (!events.isEmpty()) {
                sql.update(
                        "delete from webhook_attempt where delivery_id in"
                                + " (select id from webhook_delivery where event_id = any(?))",
                        events);
                sql.update("delete from webhook_delivery where event_id = any(?)", events);
                sql.update("delete from webhook_event where id = any(?)", events);
            }
            return events.size();
        });
    }
}
