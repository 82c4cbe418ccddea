package com.pulsesms.core.campaign;

import java.util.Optional;

/**
 * How a campaign is to start by itself.
 *
 * @param schedule when, of a campaign that is or was scheduled
 * @param refused why it could not be started when it was due, in a sentence for people; it is a draft again then
 */
public record Plan(Optional<Schedule> schedule, Optional<String> refused) {
    public static final Plan NONE = new Plan(Optional.empty(), Optional.empty());

    static Plan at(Schedule schedule) {
        return new Plan(Optional.of(schedule), Optional.empty());
    }

    Plan refused(String why) {
        return new Plan(schedule, Optional.of(why));
    }
}
