package com.pulsesms.core.memory;

import com.pulsesms.core.apikey.ApiKey;
import com.pulsesms.core.apikey.ApiKeyStore;
import com.pulsesms.core.kernel.ApiKeyId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** API keys in a {@link MemoryDatabase}. */
public final class MemoryApiKeyStore implements ApiKeyStore {
    private final MemoryDatabase database;
    private final OwnedTable<ApiKey> keys;
    private final Table<String, Owned> byHash;

    public MemoryApiKeyStore(MemoryDatabase database) {
        this.database = database;
        this.keys = new OwnedTable<>(
                database, key -> new Owned(key.organization(), key.id().value()));
        this.byHash = database.table(Comparator.naturalOrder());
    }

    @Override
    public void insert(ApiKey key) {
        database.atomically(() -> {
            keys.insert(key);
            byHash.insert(key.hash(), new Owned(key.organization(), key.id().value()));
        });
    }

    @Override
    public void update(ApiKey key) {
        database.atomically(() -> {
            var stored = keys.current(key, ApiKey::revision);
            keys.put(with(key, stored.lastUsedAt(), stored.revision() + 1));
        });
    }

    private static ApiKey with(ApiKey key, Optional<Instant> lastUsedAt, int revision) {
        return new ApiKey(
                key.id(),
                key.organization(),
                key.name(),
                key.prefix(),
                key.hash(),
                key.scopes(),
                key.createdBy(),
                key.createdAt(),
                key.expiresAt(),
                lastUsedAt,
                key.revokedAt(),
                revision);
    }

    @Override
    public Optional<ApiKey> find(OrganizationId organization, ApiKeyId id) {
        return keys.find(organization, id.value());
    }

    @Override
    public Optional<ApiKey> findByHash(String hash) {
        return database.atomically(() -> byHash.find(hash).flatMap(keys::find));
    }

    @Override
    public long live(OrganizationId organization, Instant now) {
        return database.atomically(
                () -> keys.of(organization).filter(key -> key.live(now)).count());
    }

    @Override
    public Page<ApiKey> page(OrganizationId organization, PageRequest request) {
        return keys.page(organization, request, key -> true);
    }

    @Override
    public void used(OrganizationId organization, ApiKeyId id, Instant at) {
        database.atomically(() ->
                find(organization, id).ifPresent(key -> keys.put(with(key, Optional.of(at), key.revision()))));
    }
}
