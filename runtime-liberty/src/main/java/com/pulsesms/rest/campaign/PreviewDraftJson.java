package com.pulsesms.rest.campaign;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to preview. */
@Schema(name = "PreviewDraft")
public record PreviewDraftJson(
        @Schema(required = true) String text,
        @Schema(required = true) List<UUID> lists,

        @Schema(description = "The phone it would be pinned to, for the prediction") @Nullable
        UUID deviceId,

        @Schema(description = "The SIM it would be pinned to, for the prediction") @Nullable
        Integer sim) {}
