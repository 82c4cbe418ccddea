package com.pulsesms.persistence.apikey;

import com.pulsesms.core.apikey.ApiKey;
import com.pulsesms.core.apikey.ApiKeyStore;
import com.pulsesms.core.kernel.ApiKeyId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.persistence.JpaTransactions;
import com.pulsesms.persistence.Pages;
import com.pulsesms.persistence.Stale;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;

/** API keys in the database. */
public final class JpaApiKeyStore implements ApiKeyStore {
    private final JpaTransactions transactions;

    public JpaApiKeyStore(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void insert(ApiKey key) {
        transactions.changeRows(rows -> rows.persist(ApiKeyRow.of(key)));
    }

    @Override
    public void update(ApiKey key) {
        transactions.changeRows(rows -> {
            var row = rows.find(ApiKeyRow.class, key.id().value(), LockModeType.PESSIMISTIC_WRITE);
            Stale.refuseUnless(row != null
                    && row.organization.equals(key.organization().value())
                    && row.revision == key.revision());
            row.save(key);
        });
    }

    @Override
    public Optional<ApiKey> find(OrganizationId organization, ApiKeyId id) {
        return transactions.rows(rows -> Optional.ofNullable(rows.find(ApiKeyRow.class, id.value()))
                .filter(row -> row.organization.equals(organization.value()))
                .map(ApiKeyRow::toApiKey));
    }

    @Override
    public Optional<ApiKey> findByHash(String hash) {
        return transactions.rows(
                rows -> rows.createQuery("select k from ApiKeyRow k where k.hash = :hash", ApiKeyRow.class)
                        .setParameter("hash", hash)
                        .getResultStream()
                        .findFirst()
                        .map(ApiKeyRow::toApiKey));
    }

    @Override
    public Page<ApiKey> page(OrganizationId organization, PageRequest request) {
        return transactions.rows(rows -> {
            var query = rows.createQuery(
                            "select k from ApiKeyRow k where k.organization = :organization and k.id < :before"
                                    + " order by k.organization, k.id desc",
                            ApiKeyRow.class)
                    .setParameter("organization", organization.value());
            return Pages.newestFirst(
                    query, request, ApiKeyRow::toApiKey, key -> key.id().value());
        });
    }

    @Override
    public long live(OrganizationId organization, Instant now) {
        return transactions.sql(sql -> sql.one(
                "select count(*) as live from api_key where organization_id = ? and revoked_at is null"
                        + " and (expires_at is null or expires_at > ?)",
                row -> row.count("live"),
                organization.value(),
                now));
    }

    @Override
    public void used(OrganizationId organization, ApiKeyId id, Instant at) {
        transactions.sql(sql -> sql.update(
                "update api_key set last_used_at = ? where id = ? and organization_id = ?",
                at,
                id.value(),
                organization.value()));
    }
}
