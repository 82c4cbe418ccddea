package com.pulsesms.rest.campaign;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When to start a campaign. */
@Schema(name = "ScheduleWish")
public record ScheduleWishJson(
        @Schema(
                required = true,
                description = "On the clocks of the organization's time zone, in the future and at most a year ahead",
                examples = "\"2026-03-29T09:30\"")
        String at) {}
