package com.pulsesms.ui.campaign;

import com.pulsesms.core.campaign.CampaignStatus;
import com.pulsesms.core.campaign.Campaigns;
import com.pulsesms.core.campaign.Prediction;
import com.pulsesms.core.campaign.Predictions;
import com.pulsesms.core.campaign.Resending;
import com.pulsesms.core.campaign.Schedule;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageFilter;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.message.Messages;
import com.pulsesms.ui.Cursor;
import com.pulsesms.ui.Notices;
import com.pulsesms.ui.Shell;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One campaign: its counters and messages, which it reads anew while they may change. */
@Named
@ViewScoped
public class CampaignPage implements Serializable {
    private static final long serialVersionUID = 1;

    /** The counters are read each second; how long the rest takes changes slowly. */
    private static final Duration PREDICTED_FOR = Duration.ofSeconds(5);

    @Inject
    transient Campaigns campaigns;

    @Inject
    transient Predictions predictions;

    @Inject
    transient Messages messages;

    @Inject
    transient Clock clock;

    @Inject
    transient Resending resending;

    @Inject
    Shell shell;

    @Inject
    Notices notices;

    private String id = "";
    private String after = "";
    private @Nullable MessageStatus status;
    private transient Campaigns.@Nullable Progress progress;
    private @Nullable transient Page<Message> page;
    private @Nullable transient Prediction prediction;
    private @Nullable Instant predictedAt;

    /** Reads the campaign and its messages anew. */
    public void refresh() {
        progress = campaigns.find(shell.getActor(), CampaignId.parse(id));
        page = null;
    }

    public String start() {
        campaigns.start(shell.getActor(), CampaignId.parse(id));
        return "/app/campaign?faces-redirect=true&id=" + id;
    }

    /** Resends all messages in the status that is shown. */
    public String resend() {
        var made = status == null ? 0 : resending.campaign(shell.getActor(), CampaignId.parse(id), Set.of(status));
        notices.tellNext("campaign.resent", made);
        return "/app/messages?faces-redirect=true";
    }

    public String delete() {
        campaigns.delete(shell.getActor(), CampaignId.parse(id));
        notices.tellNext("campaign.deleted");
        return "/app/campaigns?faces-redirect=true";
    }

    public Campaigns.Progress getProgress() {
        if (progress == null) {
            refresh();
        }
        return progress;
    }

    public Page<Message> getPage() {
        if (page == null) {
            var filter = new MessageFilter(
                    Optional.of(CampaignId.parse(id)), Optional.ofNullable(status), Optional.empty(), Optional.empty());
            page = messages.page(shell.getActor(), filter, Cursor.request(after));
        }
        return page;
    }

    /** When it will have left, or would have if it were started now; null where that is over. */
    public @Nullable Prediction getPrediction() {
        var now = clock.instant();
        if (prediction == null || predictedAt == null || !now.isBefore(predictedAt.plus(PREDICTED_FOR))) {
            prediction = predicted();
            predictedAt = now;
        }
        return isDraft() || isRunning() ? prediction : null;
    }

    /** Whether its deadline is before the time by which all of it would have left. */
    public boolean isLate() {
        var expected = getPrediction();
        var deadline = getProgress().campaign().deadline();
        return expected != null
                && deadline.isPresent()
                && expected.finish().filter(deadline.get()::isBefore).isPresent();
    }

    private @Nullable Prediction predicted() {
        var campaign = getProgress().campaign();
        var actor = shell.getActor();
        if (!isDraft()) {
            return predictions.of(actor, List.of(campaign)).get(campaign.id());
        }
        try {
            var preview = campaigns.preview(actor, campaign.template().source(), campaign.lists());
            return predictions.preview(actor, campaign.route(), preview);
        } catch (Refusal notReady) {
            // A list was deleted since, or the person may not see contacts: starting it says so.
            return null;
        }
    }

    public boolean isDraft() {
        return getProgress().campaign().status() == CampaignStatus.DRAFT;
    }

    /** Whether its counters may still change. */
    public boolean isRunning() {
        var campaign = getProgress().campaign();
        return isScheduled()
                || campaign.startedAt().isPresent() && campaign.completedAt().isEmpty();
    }

    public boolean isScheduled() {
        return getProgress().campaign().status() == CampaignStatus.SCHEDULED;
    }

    /** When it is, or was, to start by itself. */
    public @Nullable Schedule getSchedule() {
        return getProgress().campaign().plan().schedule().orElse(null);
    }

    public boolean isPausable() {
        return canBecome(CampaignStatus.PAUSED);
    }

    public boolean isResumable() {
        return getProgress().campaign().status() == CampaignStatus.PAUSED;
    }

    public boolean isCancelable() {
        return canBecome(CampaignStatus.CANCELED);
    }

    private boolean canBecome(CampaignStatus next) {
        return getProgress().campaign().status().canBecome(next);
    }

    /** Whole percents of the messages made so far that need nothing more from a phone. */
    public int getPercent() {
        var counts = getProgress().counts();
        if (counts.total() == 0) {
            return isRunning() ? 0 : 100;
        }
        return (int) (counts.done() * 100 / counts.total());
    }

    public MessageStatus[] getStatuses() {
        return MessageStatus.values();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
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
}
