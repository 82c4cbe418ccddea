package com.pulsesms.persistence.apikey;

import com.pulsesms.core.apikey.ApiKey;
import com.pulsesms.core.kernel.ApiKeyId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.kernel.UserId;
import com.pulsesms.persistence.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@Entity
@Table(name = "api_key")
class ApiKeyRow {
    @Id
    UUID id;

    @Column(name = "organization_id")
    UUID organization;

    String name;
    String prefix;
    String hash;

    /** The scopes' names. */
    String scopes;

    @Column(name = "created_by")
    UUID createdBy;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "last_used_at")
    Instant lastUsedAt;

    @Column(name = "revoked_at")
    Instant revokedAt;

    int revision;

    protected ApiKeyRow() {}

    static ApiKeyRow of(ApiKey key) {
        var row = new ApiKeyRow();
        row.id = key.id().value();
        row.organization = key.organization().value();
        row.prefix = key.prefix();
        row.hash = key.hash();
        row.createdBy = key.createdBy().value();
        row.createdAt = key.createdAt();
        row.expiresAt = key.expiresAt().orElse(null);
        row.lastUsedAt = key.lastUsedAt().orElse(null);
        row.revision = key.revision();
        row.copy(key);
        return row;
    }

    void save(ApiKey key) {
        copy(key);
        revision++;
    }

    private void copy(ApiKey key) {
        name = key.name();
        scopes =
                Json.texts(key.scopes().stream().map(Permission::scope).sorted().toList());
        revokedAt = key.revokedAt().orElse(null);
    }

    ApiKey toApiKey() {
        return new ApiKey(
                new ApiKeyId(id),
                new OrganizationId(organization),
                name,
                prefix,
                hash,
                permissions(),
                new UserId(createdBy),
                createdAt,
                Optional.ofNullable(expiresAt),
                Optional.ofNullable(lastUsedAt),
                Optional.ofNullable(revokedAt),
                revision);
    }

    private Set<Permission> permissions() {
        return Json.texts(scopes).stream()
                .map(scope -> Permission.ofScope(scope).orElseThrow())
                .collect(Collectors.toSet());
    }
}
