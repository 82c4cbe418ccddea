package com.pulsesms.rest.message;

import com.pulsesms.core.billing.Plan;
import com.pulsesms.core.message.Messages;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How many messages were used up in a calendar month (UTC), and how many may be. */
@Schema(name = "Usage")
public record UsageJson(
        @Schema(examples = "\"2026-03\"") String month,

        @Schema(description = "Those of this organization that left a phone, or may have")
        long messages,

        @Schema(description = "The plan of the account that the organization belongs to")
        Plan plan,

        @Schema(
                description =
                        "How many messages the account may send in the month, all its organizations together; null if"
                                + " without limit")
        @Nullable
        Long limit,

        @Schema(
                description =
                        "How many messages of the account are used. With a limit, these are all but those that ended"
                                + " without having left; without, those that left or may have")
        long used,

        @Schema(description = "How many are left; null if without limit") @Nullable
        Long remaining,

        @Schema(description = "When the month begins") Instant periodStart,

        @Schema(description = "When it ends, and used begins anew")
        Instant periodEnd) {
    static UsageJson of(Messages.Usage usage) {
        var allowance = usage.allowance();
        var limited = allowance.limit().isPresent();
        return new UsageJson(
                allowance.month().toString(),
                usage.messages(),
                allowance.plan(),
                limited ? allowance.limit().getAsLong() : null,
                allowance.used(),
                limited ? allowance.remaining().getAsLong() : null,
                allowance.begin(),
                allowance.end());
    }
}
