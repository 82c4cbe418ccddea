package com.pulsesms.rest.webhook;

import com.pulsesms.core.webhook.DeliveryState;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What to deliver again. */
@Schema(name = "RedeliveryWish")
public record RedeliveryWishJson(
        @Schema(required = true, description = "Events that happened then or later")
        Instant from,

        @Schema(description = "Events that happened before; now unless given")
        Instant to,

        @Schema(description = "Of FAILED and DELIVERED; only FAILED unless given", examples = "[\"FAILED\"]")
        List<DeliveryState> states) {}
