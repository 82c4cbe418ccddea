package com.pulsesms.rest.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to send to whom. */
@Schema(name = "MessageDraft")
public record MessageDraftJson(
        @Schema(description = "International, or national in the organization's region; or else give recipients")
        @Nullable
        String to,

        @Schema(
                description = "Several who each get the text with values of their own: all of them, or nobody",
                minItems = 1,
                maxItems = 1000)
        @Nullable
        List<RecipientJson> recipients,

        @Schema(
                required = true,
                description = "At most 10 SMS long; to recipients it may hold variables such as {{name|there}}")
        String text,

        @Schema(description = "Ahead of all that is not urgent", defaultValue = "false")
        boolean urgent,

        @Schema(description = "The phone that it must leave through; any unless given") @Nullable
        UUID deviceId,

        @Schema(description = "The SIM's slot, from 0; the phone's choice unless given") @Nullable
        Integer sim,

        @Schema(description = "When it must not be sent any more") @Nullable
        Instant deadline) {}
