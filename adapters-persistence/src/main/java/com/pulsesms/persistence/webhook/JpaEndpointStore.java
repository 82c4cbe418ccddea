package com.pulsesms.persistence.webhook;

import com.pulsesms.core.kernel.EndpointId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.webhook.Endpoint;
import com.pulsesms.core.webhook.EndpointRef;
import com.pulsesms.core.webhook.EndpointStore;
import com.pulsesms.persistence.JpaTransactions;
import com.pulsesms.persistence.Pages;
import com.pulsesms.persistence.Stale;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Webhook endpoints in the database. */
public final class JpaEndpointStore implements EndpointStore {
    private static final String OF_THIS = " where id = ? and organization_id = ?";

    private final JpaTransactions transactions;

    public JpaEndpointStore(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void insert(Endpoint endpoint) {
        transactions.changeRows(rows -> rows.persist(EndpointRow.of(endpoint)));
    }

    @Override
    public void update(Endpoint endpoint) {
        transactions.changeRows(rows -> {
            var row = rows.find(EndpointRow.class, endpoint.id().value(), LockModeType.PESSIMISTIC_WRITE);
            Stale.refuseUnless(row != null
                    && row.organization.equals(endpoint.organization().value())
                    && row.revision == endpoint.revision());
            row.save(endpoint);
        });
    }

    @Override
    public void delete(OrganizationId organization, EndpointId id) {
        transactions.sql(sql -> sql.update("delete from webhook_endpoint" + OF_THIS, id.value(), organization.value()));
    }

    @Override
    public Optional<Endpoint> find(OrganizationId organization, EndpointId id) {
        return transactions.rows(rows -> Optional.ofNullable(rows.find(EndpointRow.class, id.value()))
                .filter(row -> row.organization.equals(organization.value()))
                .map(EndpointRow::toEndpoint));
    }

    @Override
    public Page<Endpoint> page(OrganizationId organization, PageRequest request) {
        return transactions.rows(rows -> {
            var query = rows.createQuery(
                            "select e from EndpointRow e where e.organization = :organization and e.id < :before"
                                    + " order by e.organization, e.id desc",
                            EndpointRow.class)
                    .setParameter("organization", organization.value());
            return Pages.newestFirst(
                    query,
                    request,
                    EndpointRow::toEndpoint,
                    endpoint -> endpoint.id().value());
        });
    }

    @Override
    public List<Endpoint> enabled(OrganizationId organization) {
        return transactions.rows(rows -> rows.createQuery(
                        "select e from EndpointRow e where e.organization = :organization and e.disabledAt is null"
                                + " order by e.id",
                        EndpointRow.class)
                .setParameter("organization", organization.value())
                .getResultStream()
                .map(EndpointRow::toEndpoint)
                .toList());
    }

    @Override
    public long count(OrganizationId organization) {
        return transactions.sql(sql -> sql.one(
                "select count(*) as endpoints from webhook_endpoint where organization_id = ?",
                row -> row.count("endpoints"),
                organization.value()));
    }

    @Override
    public void failed(EndpointRef endpoint, Instant at) {
        transactions.sql(sql -> sql.update(
                "update webhook_endpoint set failing_since = ?" + OF_THIS + " and failing_since is null",
                at,
                endpoint.endpoint().value(),
                endpoint.organization().value()));
    }

    @Override
    public void succeeded(EndpointRef endpoint) {
        transactions.sql(sql -> sql.update(
                "update webhook_endpoint set failing_since = null" + OF_THIS + " and failing_since is not null",
                endpoint.endpoint().value(),
                endpoint.organization().value()));
    }

    @Override
    public void disable(EndpointRef endpoint, Endpoint.Reason reason, Instant at) {
        transactions.sql(sql -> sql.update(
                "update webhook_endpoint set disabled_at = ?, disabled_because = ?, revision = revision + 1" + OF_THIS
                        + " and disabled_at is null",
                at,
                reason,
                endpoint.endpoint().value(),
                endpoint.organization().value()));
    }
}
