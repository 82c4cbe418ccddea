package com.pulsesms.rest.contact;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a contact list is called. */
@Schema(name = "ListName")
public record ListNameJson(
        @Schema(required = true, maxLength = 100) String name) {}
