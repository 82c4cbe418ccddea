package com.pulsesms.rest.campaign;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What to preview. */
@Schema(name = "PreviewDraft")
public record PreviewDraftJson(
        @Schema(required = true) String text,
        @Schema(required = true) List<UUID> lists) {}
