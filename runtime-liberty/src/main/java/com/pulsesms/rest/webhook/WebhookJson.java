package com.pulsesms.rest.webhook;

import com.pulsesms.core.kernel.EventType;
import com.pulsesms.core.webhook.Endpoint;
import com.pulsesms.core.webhook.Endpoint.Reason;
import com.pulsesms.core.webhook.Secrets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A webhook without its secret. */
@Schema(name = "Webhook")
public record WebhookJson(
        UUID id,
        String url,

        @Schema(examples = "[\"message.delivered\", \"message.failed\"]")
        List<String> events,

        boolean enabled,
        @Nullable Instant disabledAt,

        @Schema(description = "ASKED by a person, GONE if it answered 410, FAILING if for five days nothing succeeded")
        @Nullable
        Reason disabledBecause,

        @Schema(description = "When the first delivery failed since the last one that succeeded") @Nullable
        Instant failingSince,

        @Schema(description = "Until when requests are signed by the secret before this one, too") @Nullable
        Instant previousSecretUntil,

        Instant createdAt) {
    static WebhookJson of(Endpoint endpoint) {
        return new WebhookJson(
                endpoint.id().value(),
                endpoint.url().toString(),
                events(endpoint),
                endpoint.enabled(),
                endpoint.disabled().map(Endpoint.Disabled::at).orElse(null),
                endpoint.disabled().map(Endpoint.Disabled::reason).orElse(null),
                endpoint.failingSince().orElse(null),
                endpoint.secrets().replaced().map(Secrets.Replaced::until).orElse(null),
                endpoint.createdAt());
    }

    static List<String> events(Endpoint endpoint) {
        return endpoint.events().stream().sorted().map(EventType::text).toList();
    }
}
