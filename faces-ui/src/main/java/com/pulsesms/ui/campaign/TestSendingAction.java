package com.pulsesms.ui.campaign;

import com.pulsesms.core.campaign.TestSending;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.ui.Notices;
import com.pulsesms.ui.Shell;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** Sends the text of a page's campaign to the person's own number. */
@Named
@RequestScoped
public class TestSendingAction {
    @Inject
    TestSending testing;

    @Inject
    Shell shell;

    @Inject
    Notices notices;

    private String to = "";

    public String send(String id) {
        var sent = testing.send(shell.getActor(), CampaignId.parse(id), to, Optional.empty());
        notices.tellNext("test.sent", sent.to().e164());
        return "/app/campaign?faces-redirect=true&id=" + id;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }
}
