package com.pulsesms.rest.message;

import com.pulsesms.core.message.Messages;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many messages were used up in a calendar month (UTC). */
@Schema(name = "Usage")
public record UsageJson(
        @Schema(examples = "\"2026-03\"") String month,

        @Schema(description = "Those that left a phone, or may have")
        long messages) {
    static UsageJson of(Messages.Usage usage) {
        return new UsageJson(usage.month().toString(), usage.messages());
    }
}
