package com.pulsesms.ui.campaign;

import com.pulsesms.core.campaign.Campaigns;
import com.pulsesms.core.campaign.Steering;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.ui.Notices;
import com.pulsesms.ui.Shell;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Pauses, resumes, cancels and duplicates the campaign of a page, and calls back one message of a table. */
@Named
@RequestScoped
public class SteeringAction {
    @Inject
    Steering steering;

    @Inject
    Campaigns campaigns;

    @Inject
    Shell shell;

    @Inject
    Notices notices;

    public String pause(String id) {
        return to(steering.pause(shell.getActor(), CampaignId.parse(id)).id());
    }

    public String resume(String id) {
        return to(steering.resume(shell.getActor(), CampaignId.parse(id)).id());
    }

    public String cancel(String id) {
        return to(steering.cancel(shell.getActor(), CampaignId.parse(id)).id());
    }

    /** Leads to the copy. */
    public String duplicate(String id) {
        var copy = campaigns.duplicate(shell.getActor(), CampaignId.parse(id));
        notices.tellNext("campaign.duplicated");
        return to(copy.id());
    }

    private static String to(CampaignId id) {
        return "/app/campaign?faces-redirect=true&id=" + id;
    }

    public String cancelMessage(Message message) {
        var after = steering.cancelMessage(shell.getActor(), message.id());
        var done = after.status() == MessageStatus.CANCELED;
        notices.tellNext(
                done ? "message.canceled" : "message.cancelAsked", message.to().e164());
        return "/app/messages?faces-redirect=true";
    }
}
