package com.pulsesms.rest.apikey;

import com.pulsesms.core.apikey.ApiKeys;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An API key that was just made. */
@Schema(name = "NewApiKey")
public record NewApiKeyJson(
        UUID id,
        String name,

        @Schema(description = "The key itself: keep it, it is shown this once")
        String secret,

        String prefix,
        List<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt) {
    public static NewApiKeyJson of(ApiKeys.Created created) {
        var key = created.key();
        return new NewApiKeyJson(
                key.id().value(),
                key.name(),
                created.secret().text(),
                key.prefix(),
                ApiKeyJson.scopes(key),
                key.createdAt(),
                key.expiresAt().orElse(null));
    }
}
