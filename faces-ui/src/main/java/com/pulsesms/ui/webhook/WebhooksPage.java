package com.pulsesms.ui.webhook;

import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.webhook.Endpoint;
import com.pulsesms.core.webhook.Webhooks;
import com.pulsesms.ui.Cursor;
import com.pulsesms.ui.Shell;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists webhooks and makes them; a new one's secret is shown this once. */
@Named
@ViewScoped
public class WebhooksPage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    transient Webhooks webhooks;

    @Inject
    Shell shell;

    private String after = "";
    private String url = "";
    private List<String> events = List.of("message.delivered", "message.failed");
    private @Nullable String secret;
    private transient @Nullable Page<Endpoint> page;

    public void create() {
        var made = webhooks.create(shell.getActor(), url, EventChoices.of(events));
        secret = made.secret().text();
        url = "";
        page = null;
    }

    public void forgetSecret() {
        secret = null;
    }

    public Page<Endpoint> getPage() {
        if (page == null) {
            page = webhooks.page(shell.getActor(), Cursor.request(after));
        }
        return page;
    }

    public @Nullable String getSecret() {
        return secret;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }

    public List<String> getEvents() {
        return events;
    }

    public void setEvents(List<String> events) {
        this.events = List.copyOf(events);
    }
}
