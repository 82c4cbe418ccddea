package com.pulsesms.rest.contact;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Several contacts to add at once. */
@Schema(name = "ContactsDraft")
public record ContactsDraftJson(
        @Schema(required = true, minItems = 1, maxItems = 1000)
        List<ContactDraftJson> contacts) {}
