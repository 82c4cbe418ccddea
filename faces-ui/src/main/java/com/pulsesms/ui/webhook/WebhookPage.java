package com.pulsesms.ui.webhook;

import com.pulsesms.core.kernel.EndpointId;
import com.pulsesms.core.kernel.EventType;
import com.pulsesms.core.webhook.Deliveries;
import com.pulsesms.core.webhook.Endpoint;
import com.pulsesms.core.webhook.Webhooks;
import com.pulsesms.ui.Notices;
import com.pulsesms.ui.Shell;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One webhook: what it is told and where, turning it off and on, its secret, trying it out, and its removal. */
@Named
@ViewScoped
public class WebhookPage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    transient Webhooks webhooks;

    @Inject
    transient Deliveries deliveries;

    @Inject
    Shell shell;

    @Inject
    Notices notices;

    private String id = "";
    private String url = "";
    private List<String> events = List.of();
    private @Nullable String secret;
    private transient @Nullable Endpoint webhook;

    public void load() {
        url = getWebhook().url().toString();
        events = getWebhook().events().stream().sorted().map(EventType::text).toList();
    }

    public String save() {
        change(new Webhooks.Change(Optional.of(url), Optional.of(EventChoices.of(events)), Optional.empty()));
        return done("webhook.saved");
    }

    public String disable() {
        change(Webhooks.Change.NONE.enabled(false));
        return done("webhook.disabled");
    }

    public String enable() {
        change(Webhooks.Change.NONE.enabled(true));
        return done("webhook.enabled");
    }

    private void change(Webhooks.Change change) {
        webhooks.change(shell.getActor(), EndpointId.parse(id), change);
    }

    public String test() {
        deliveries.test(shell.getActor(), EndpointId.parse(id));
        return done("webhook.tested");
    }

    /** Shows the new secret on this page, this once. */
    public void rotate() {
        secret =
                webhooks.rotate(shell.getActor(), EndpointId.parse(id)).secret().text();
        webhook = null;
    }

    public void forgetSecret() {
        secret = null;
    }

    public String delete() {
        webhooks.delete(shell.getActor(), EndpointId.parse(id));
        notices.tellNext("webhook.deleted");
        return "/app/webhooks?faces-redirect=true";
    }

    private String done(String notice) {
        notices.tellNext(notice);
        return "/app/webhook?faces-redirect=true&id=" + id;
    }

    public Endpoint getWebhook() {
        if (webhook == null) {
            webhook = webhooks.find(shell.getActor(), EndpointId.parse(id));
        }
        return webhook;
    }

    public @Nullable String getSecret() {
        return secret;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
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
