package com.pulsesms.rest.campaign;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where to send a campaign's text as a test. */
@Schema(name = "TestWish")
public record TestWishJson(
        @Schema(
                required = true,
                description = "Your own number, international, or national in the organization's region",
                examples = "\"+381641234567\"")
        String to,

        @Schema(description = "Whose values are put in; the first contact's that would get it unless given") @Nullable
        UUID contactId) {}
