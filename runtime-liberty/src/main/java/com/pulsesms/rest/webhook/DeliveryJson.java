package com.pulsesms.rest.webhook;

import com.pulsesms.core.webhook.Delivery;
import com.pulsesms.core.webhook.DeliveryState;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far an event has come to a webhook. */
@Schema(name = "WebhookDelivery")
public record DeliveryJson(
        UUID id,

        @Schema(description = "Sent as webhook-id, the same each time")
        UUID eventId,

        @Schema(examples = "\"message.delivered\"") String event,

        @Schema(description = "When it happened") Instant timestamp,

        DeliveryState state,

        @Schema(description = "How many were made since it last began")
        int attempts,

        @Nullable Instant nextAttemptAt) {
    static DeliveryJson of(Delivery delivery) {
        return new DeliveryJson(
                delivery.id().value(),
                delivery.event().id().value(),
                delivery.event().type().text(),
                delivery.event().at(),
                delivery.state(),
                delivery.attempts(),
                delivery.dueAt().orElse(null));
    }
}
