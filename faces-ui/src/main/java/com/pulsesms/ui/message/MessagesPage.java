package com.pulsesms.ui.message;

import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageFilter;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.message.Messages;
import com.pulsesms.core.message.Segments;
import com.pulsesms.ui.Cursor;
import com.pulsesms.ui.Notices;
import com.pulsesms.ui.Shell;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The log of all messages, and sending one. */
@Named
@ViewScoped
public class MessagesPage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    transient Messages messages;

    @Inject
    Shell shell;

    @Inject
    Notices notices;

    private String after = "";
    private @Nullable MessageStatus status;
    private String to = "";
    private String text = "";
    private @Nullable transient Page<Message> page;

    public String send() {
        var message = messages.send(shell.getActor(), Messages.NewMessage.of(to, text));
        notices.tellNext("message.queued", message.to().e164());
        return "/app/messages?faces-redirect=true";
    }

    public Page<Message> getPage() {
        if (page == null) {
            var filter = new MessageFilter(
                    Optional.empty(), Optional.ofNullable(status), Optional.empty(), Optional.empty());
            page = messages.page(shell.getActor(), filter, Cursor.request(after));
        }
        return page;
    }

    public void refresh() {
        page = null;
    }

    public Segments getSegments() {
        return Segments.of(text);
    }

    public MessageStatus[] getStatuses() {
        return MessageStatus.values();
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }

    public @Nullable MessageStatus getStatus() {
        return status;
    }

    public void setStatus(@Nullable MessageStatus status) {
        this.status = status;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
