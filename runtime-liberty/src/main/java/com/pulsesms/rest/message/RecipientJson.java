package com.pulsesms.rest.message;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One of several who get a text. */
@Schema(name = "Recipient")
public record RecipientJson(
        @Schema(required = true, description = "International, or national in the organization's region")
        String to,

        @Schema(description = "What is put into the text; phone is there by itself")
        Map<String, String> variables) {}
