package com.pulsesms.rest.webhook;

import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.webhook.DeliveryFilter;
import com.pulsesms.core.webhook.DeliveryState;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which deliveries a caller asks for. */
public class DeliveryQuery {
    @QueryParam("state")
    @Parameter(description = "Only those in this state", schema = @Schema(implementation = DeliveryState.class))
    private @Nullable String state;

    @QueryParam("event")
    @Parameter(description = "Only those of this event, such as message.delivered")
    private @Nullable String event;

    /** @throws Refusal.Invalid with field {@code state} or {@code event} */
    DeliveryFilter filter() {
        return new DeliveryFilter(
                Optional.ofNullable(state).map(text -> state("state", text)),
                Optional.ofNullable(event).map(EventNames::any));
    }

    static DeliveryState state(String field, String text) {
        return Arrays.stream(DeliveryState.values())
                .filter(one -> one.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Refusal.Invalid(field, "There is no state " + text));
    }
}
