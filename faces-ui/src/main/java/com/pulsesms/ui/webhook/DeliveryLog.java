package com.pulsesms.ui.webhook;

import com.pulsesms.core.kernel.DeliveryId;
import com.pulsesms.core.kernel.EndpointId;
import com.pulsesms.core.kernel.EventType;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.webhook.Deliveries;
import com.pulsesms.core.webhook.Delivery;
import com.pulsesms.core.webhook.DeliveryFilter;
import com.pulsesms.core.webhook.DeliveryState;
import com.pulsesms.ui.Cursor;
import com.pulsesms.ui.Notices;
import com.pulsesms.ui.Shell;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a webhook was sent, by state and event, and sending it again. */
@Named
@ViewScoped
public class DeliveryLog implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    transient Deliveries deliveries;

    @Inject
    transient Clock clock;

    @Inject
    Shell shell;

    @Inject
    Notices notices;

    private String webhook = "";
    private String delivery = "";
    private String state = "";
    private String event = "";
    private String after = "";
    private int hours = 24;
    private transient @Nullable Page<Delivery> page;
    private transient Deliveries.@Nullable Logged logged;

    public Page<Delivery> getPage() {
        if (page == null) {
            var filter = new DeliveryFilter(
                    getStates().stream().filter(one -> one.name().equals(state)).findFirst(),
                    Optional.of(event).flatMap(EventType::ofText));
            page = deliveries.page(shell.getActor(), EndpointId.parse(webhook), filter, Cursor.request(after));
        }
        return page;
    }

    public Deliveries.Logged getLogged() {
        if (logged == null) {
            logged = deliveries.find(shell.getActor(), EndpointId.parse(webhook), DeliveryId.parse(delivery));
        }
        return logged;
    }

    public void redeliver(DeliveryId id) {
        deliveries.redeliver(shell.getActor(), EndpointId.parse(webhook), id);
        notices.tell("delivery.again");
        forget();
    }

    /** Sends again what failed in the last hours. */
    public void redeliverFailed() {
        var now = clock.instant();
        var count = deliveries.redeliverAll(
                shell.getActor(),
                EndpointId.parse(webhook),
                now.minus(Duration.ofHours(hours)),
                now,
                Set.of(DeliveryState.FAILED));
        notices.tell("delivery.manyAgain", count);
        forget();
    }

    public void forget() {
        page = null;
        logged = null;
    }

    public List<DeliveryState> getStates() {
        return Arrays.asList(DeliveryState.values());
    }

    public String getWebhook() {
        return webhook;
    }

    public void setWebhook(String webhook) {
        this.webhook = webhook;
    }

    public String getDelivery() {
        return delivery;
    }

    public void setDelivery(String delivery) {
        this.delivery = delivery;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getEvent() {
        return event;
    }

    public void setEvent(String event) {
        this.event = event;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }

    public int getHours() {
        return hours;
    }

    public void setHours(int hours) {
        this.hours = hours;
    }
}
