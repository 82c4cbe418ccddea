package com.pulsesms.rest.webhook;

import com.pulsesms.core.webhook.Secrets;
import com.pulsesms.core.webhook.Webhooks;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A webhook that was just given a secret. */
@Schema(name = "WebhookWithSecret")
public record WebhookWithSecretJson(
        UUID id,
        String url,
        List<String> events,

        @Schema(description = "What requests are signed by: keep it, it is shown this once")
        String secret,

        @Schema(description = "Until when requests are signed by the secret before this one, too") @Nullable
        Instant previousSecretUntil,

        Instant createdAt) {
    public static WebhookWithSecretJson of(Webhooks.WithSecret made) {
        var endpoint = made.endpoint();
        return new WebhookWithSecretJson(
                endpoint.id().value(),
                endpoint.url().toString(),
                WebhookJson.events(endpoint),
                made.secret().text(),
                endpoint.secrets().replaced().map(Secrets.Replaced::until).orElse(null),
                endpoint.createdAt());
    }
}
