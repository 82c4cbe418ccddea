package com.pulsesms.ui.campaign;

import com.pulsesms.core.campaign.Scheduling;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.ui.Shell;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDateTime;

/** Lets the campaign of a page start by itself. */
@Named
@RequestScoped
public class ScheduleAction {
    @Inject
    Scheduling scheduling;

    @Inject
    Shell shell;

    private String at = "";

    public String schedule(String id) {
        return to(scheduling
                .schedule(shell.getActor(), CampaignId.parse(id), time())
                .id());
    }

    public String unschedule(String id) {
        return to(scheduling.unschedule(shell.getActor(), CampaignId.parse(id)).id());
    }

    private LocalDateTime time() {
        try {
            return LocalDateTime.parse(at);
        } catch (DateTimeException e) {
            throw new Refusal.Invalid("at", "Choose a date and a time");
        }
    }

    private static String to(CampaignId id) {
        return "/app/campaign?faces-redirect=true&id=" + id;
    }

    public String getAt() {
        return at;
    }

    public void setAt(String at) {
        this.at = at;
    }
}
