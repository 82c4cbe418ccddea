package com.pulsesms.rest.contact;

import com.pulsesms.core.contact.OptOut;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That a number must not be written to. */
@Schema(name = "OptOut")
public record OptOutJson(
        UUID id,
        @Schema(description = "In E.164 form") String phone,
        @Nullable String reason,

        @Schema(description = "When the number's owner asked for it")
        Instant at) {
    static OptOutJson of(OptOut optOut) {
        return new OptOutJson(
                optOut.id().value(), optOut.phone().e164(), optOut.reason().orElse(null), optOut.at());
    }
}
