package com.pulsesms.rest.apikey;

import com.pulsesms.core.apikey.ApiKey;
import com.pulsesms.core.kernel.Permission;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An API key without its secret. */
@Schema(name = "ApiKey")
public record ApiKeyJson(
        UUID id,
        String name,
        @Schema(description = "How its secret begins") String prefix,
        List<String> scopes,
        Instant createdAt,

        @Schema(description = "When it ends by itself") @Nullable
        Instant expiresAt,

        @Schema(description = "To a few minutes") @Nullable Instant lastUsedAt,

        @Nullable Instant revokedAt) {
    static ApiKeyJson of(ApiKey key) {
        return new ApiKeyJson(
                key.id().value(),
                key.name(),
                key.prefix(),
                scopes(key),
                key.createdAt(),
                key.expiresAt().orElse(null),
                key.lastUsedAt().orElse(null),
                key.revokedAt().orElse(null));
    }

    static List<String> scopes(ApiKey key) {
        return key.scopes().stream().map(Permission::scope).sorted().toList();
    }
}
