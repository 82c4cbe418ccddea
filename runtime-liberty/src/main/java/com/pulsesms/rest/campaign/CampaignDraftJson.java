package com.pulsesms.rest.campaign;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a campaign is made of. */
@Schema(name = "CampaignDraft")
public record CampaignDraftJson(
        @Schema(required = true, maxLength = 100) String name,

        @Schema(
                required = true,
                description = "May hold variables: the contact's name, phone, email and attributes",
                examples = "\"Hi {{name|there}}, see you in {{city}}!\"")
        String text,

        @Schema(required = true, description = "Contact lists: a number on several gets the text once")
        List<UUID> lists,

        @Schema(description = "The phone that all must leave through; any unless given") @Nullable
        UUID deviceId,

        @Schema(description = "The SIM's slot, from 0; the phone's choice unless given") @Nullable
        Integer sim,

        @Schema(
                description = "When what has not left must not be sent any more: it expires",
                examples = "\"2026-03-29T18:00:00+02:00\"")
        @Nullable
        Instant deadline) {}
