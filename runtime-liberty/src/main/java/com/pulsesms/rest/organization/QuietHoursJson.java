package com.pulsesms.rest.organization;

import com.pulsesms.core.organization.QuietHours;
import com.pulsesms.rest.Input;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The hours of each day in which messages wait that are not urgent. */
@Schema(name = "QuietHours")
public record QuietHoursJson(
        @Schema(
                required = true,
                description = "When they begin, on the clocks of the organization's time zone",
                examples = "\"22:00\"")
        String from,

        @Schema(required = true, description = "When they end, maybe on the next day", examples = "\"07:00\"")
        String to) {
    static QuietHoursJson of(QuietHours hours) {
        return new QuietHoursJson(hours.from().toString(), hours.to().toString());
    }

    static QuietHoursJson read(Input input) {
        return new QuietHoursJson(
                input.timeOfDay("from").toString(), input.timeOfDay("to").toString());
    }

    QuietHours toQuietHours() {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
    }
}
