package com.pulsesms.rest.webhook;

import com.pulsesms.core.webhook.Attempt;
import com.pulsesms.core.webhook.Deliveries;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A delivery with what was sent and what was answered. */
@Schema(name = "LoggedWebhookDelivery")
public record LoggedDeliveryJson(
        DeliveryJson delivery,

        @Schema(description = "The body of each request, as a text")
        String body,

        @Schema(description = "Oldest first") List<AttemptJson> log) {
    static LoggedDeliveryJson of(Deliveries.Logged logged) {
        return new LoggedDeliveryJson(
                DeliveryJson.of(logged.delivery()),
                logged.delivery().event().body(),
                logged.attempts().stream().map(AttemptJson::of).toList());
    }

    /** One try. */
    @Schema(name = "WebhookAttempt")
    public record AttemptJson(
            Instant at,
            String url,

            @Schema(description = "Null if there was no answer") @Nullable
            Integer status,

            @Schema(description = "The first lines of the answer, without its body")
            String responseHead,

            @Schema(description = "Why there was no answer") @Nullable
            String problem,

            long tookMillis) {
        static AttemptJson of(Attempt attempt) {
            var answer = attempt.answer();
            return new AttemptJson(
                    attempt.at(),
                    attempt.url(),
                    answer.status().isPresent() ? answer.status().getAsInt() : null,
                    answer.head(),
                    answer.problem().orElse(null),
                    answer.took().toMillis());
        }
    }
}
