package com.pulsesms.ui.message;

import com.pulsesms.core.campaign.Resending;
import com.pulsesms.core.message.Message;
import com.pulsesms.ui.Notices;
import com.pulsesms.ui.Shell;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Resends one message of a table. */
@Named
@RequestScoped
public class ResendAction {
    @Inject
    Resending resending;

    @Inject
    Shell shell;

    @Inject
    Notices notices;

    public String message(Message message) {
        resending.message(shell.getActor(), message.id());
        notices.tellNext("message.queued", message.to().e164());
        return "/app/messages?faces-redirect=true";
    }
}
