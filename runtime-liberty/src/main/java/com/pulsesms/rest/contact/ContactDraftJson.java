package com.pulsesms.rest.contact;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What makes a contact. */
@Schema(name = "ContactDraft")
public record ContactDraftJson(
        @Schema(required = true, description = "International, or national in the organization's region")
        String phone,

        @Nullable String name,
        @Nullable String email,

        @Schema(description = "Whatever else is known, by names of your own")
        Map<String, String> attributes) {}
