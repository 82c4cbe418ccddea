package com.pulsesms.rest.campaign;

import com.pulsesms.core.campaign.Plan;
import com.pulsesms.core.campaign.Schedule;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When a campaign is, or was, to start by itself, and how the chosen time was understood. */
@Schema(name = "Schedule")
public record ScheduleJson(
        @Schema(description = "As it was chosen", examples = "\"2026-03-29T02:30\"")
        String at,

        @Schema(description = "The organization's when it was chosen", examples = "\"Europe/Belgrade\"")
        String timeZone,

        @Schema(description = "The moment that this means", examples = "\"2026-03-29T01:30:00Z\"")
        Instant startsAt,

        @Schema(description = "Of the time zone's clocks at that moment", examples = "\"+02:00\"")
        String offset,

        @Schema(description = "The clocks skip the chosen time: it starts as much later as they skip")
        boolean adjusted,

        @Schema(description = "The clocks show the chosen time twice: the earlier one is meant")
        boolean ambiguous,

        @Schema(description = "Why the campaign could not be started then; it is a draft again") @Nullable
        String refused) {
    static @Nullable ScheduleJson of(Plan plan) {
        return plan.schedule()
                .map(schedule -> of(schedule, plan.refused().orElse(null)))
                .orElse(null);
    }

    private static ScheduleJson of(Schedule schedule, @Nullable String refused) {
        return new ScheduleJson(
                schedule.at().toString(),
                schedule.zone().getId(),
                schedule.due(),
                schedule.offset().getId(),
                schedule.adjusted(),
                schedule.ambiguous(),
                refused);
    }
}
