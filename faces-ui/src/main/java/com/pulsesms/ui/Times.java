package com.pulsesms.ui;

import com.pulsesms.core.campaign.Schedule;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as people read them: in the time zone of their organization. What is not known is null, as expressions have it. */
@Named
@RequestScoped
public class Times {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofLocalizedDateTime(
                    FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(Locale.UK);

    @Inject
    Clock clock;

    @Inject
    Shell shell;

    @Inject
    Texts texts;

    public String of(@Nullable Instant time) {
        return time == null
                ? "–"
                : FORM.format(time.atZone(shell.getOrganization().zone()));
    }

    /** When a campaign starts, on the clocks of the schedule's own zone, with their offset. */
    public String in(Schedule schedule) {
        return FORM.format(schedule.shown()) + " " + schedule.zone() + " (UTC" + schedule.offset() + ")";
    }

    /** How long ago, such as {@code 5 min ago}; a date once that says more. */
    public String ago(@Nullable Instant time) {
        if (time == null) {
            return texts.of("never");
        }
        var passed = Duration.between(time, clock.instant());
        if (passed.toSeconds() < 5) {
            return texts.of("ago.now");
        }
        if (passed.toMinutes() < 1) {
            return texts.of("ago.seconds", passed.toSeconds());
        }
        if (passed.toHours() < 1) {
            return texts.of("ago.minutes", passed.toMinutes());
        }
        return passed.toDays() < 1 ? texts.of("ago.hours", passed.toHours()) : of(time);
    }
}
