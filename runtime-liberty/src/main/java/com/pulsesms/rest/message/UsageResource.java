package com.pulsesms.rest.message;

import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.message.Messages;
import com.pulsesms.rest.identity.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was used up. */
@Path("usage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Usage")
@ApplicationScoped
public class UsageResource {
    @Inject
    private Messages messages;

    @Inject
    private Identity identity;

    @Inject
    private Clock clock;

    @GET
    @Operation(
            operationId = "getUsage",
            summary = "How many messages were used up in a month, and what the plan allows")
    public UsageJson usage(
            @Parameter(description = "Such as 2026-03; the current one unless given") @QueryParam("month") @Nullable
                    String month) {
        var asked = Optional.ofNullable(month)
                .map(UsageResource::month)
                .orElseGet(() -> YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)));
        return UsageJson.of(messages.usage(identity.actor(), asked));
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal.Invalid("month", "Must be a month such as 2026-03");
        }
    }
}
