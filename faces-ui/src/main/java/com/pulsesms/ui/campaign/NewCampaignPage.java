package com.pulsesms.ui.campaign;

import com.pulsesms.core.campaign.Campaign;
import com.pulsesms.core.campaign.Campaigns;
import com.pulsesms.core.campaign.Prediction;
import com.pulsesms.core.campaign.Predictions;
import com.pulsesms.core.campaign.Schedule;
import com.pulsesms.core.contact.Contacts;
import com.pulsesms.core.device.Device;
import com.pulsesms.core.device.Devices;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.VariableName;
import com.pulsesms.core.message.Route;
import com.pulsesms.core.message.Segments;
import com.pulsesms.ui.Shell;
import com.pulsesms.ui.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Composes a campaign, or goes on with a draft: to whom, what, and how it will look. */
@Named
@ViewScoped
public class NewCampaignPage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    transient Campaigns campaigns;

    @Inject
    transient Predictions predictions;

    @Inject
    transient Contacts contacts;

    @Inject
    transient Devices devices;

    @Inject
    Shell shell;

    @Inject
    transient Texts texts;

    private String id = "";
    private String name = "";
    private String text = "";
    private String device = "";
    private String deadline = "";
    private transient List<ListChoice> lists = List.of();
    private transient List<Device> phones = List.of();
    private transient Campaigns.@Nullable Preview preview;
    private transient @Nullable Prediction prediction;
    private @Nullable String problem;

    /** Reads what there is to choose from, and the draft if one is edited. */
    public void load() {
        var first = PageRequest.first(PageRequest.MAX_LIMIT);
        lists = contacts.lists(shell.getActor(), first).items().stream()
                .map(ListChoice::new)
                .toList();
        phones = devices.page(shell.getActor(), first).items();
        if (!id.isBlank()) {
            edit(campaigns.find(shell.getActor(), CampaignId.parse(id)).campaign());
        }
    }

    private void edit(Campaign draft) {
        draft.requireDraft();
        name = draft.name();
        text = draft.template().source();
        device = draft.route().device().map(DeviceId::toString).orElse("");
        deadline = draft.deadline()
                .map(time ->
                        LocalDateTime.ofInstant(time, shell.getOrganization().zone()))
                // Browsers take no finer time, and show none instead.
                .map(time -> time.truncatedTo(ChronoUnit.MINUTES))
                .map(LocalDateTime::toString)
                .orElse("");
        lists.forEach(choice -> choice.setChosen(draft.lists().contains(choice.id())));
        look();
    }

    /** Shows what the text would be, or what is wrong with it. */
    public void look() {
        preview = null;
        prediction = null;
        problem = null;
        if (text.isBlank() || chosen().isEmpty()) {
            return;
        }
        try {
            var found = campaigns.preview(shell.getActor(), text, chosen());
            prediction = predictions.preview(shell.getActor(), route(), found);
            preview = found;
        } catch (Refusal.Invalid refusal) {
            problem = refusal.getMessage();
        }
    }

    public String keep() {
        return to(kept());
    }

    public String start() {
        var campaign = kept();
        campaigns.start(shell.getActor(), campaign.id());
        return to(campaign);
    }

    private Campaign kept() {
        var draft = new Campaigns.Draft(name, text, chosen(), route(), time());
        var kept = id.isBlank()
                ? campaigns.create(shell.getActor(), draft)
                : campaigns.edit(shell.getActor(), CampaignId.parse(id), draft);
        // If what follows is refused, another attempt must not make a second campaign.
        id = kept.id().toString();
        return kept;
    }

    private static String to(Campaign campaign) {
        return "/app/campaign?faces-redirect=true&id=" + campaign.id();
    }

    private Route route() {
        return new Route(Optional.of(device).filter(d -> !d.isBlank()).map(DeviceId::parse), Optional.empty());
    }

    /** As it is chosen on the organization's clocks. */
    private Optional<Instant> time() {
        try {
            var zone = shell.getOrganization().zone();
            return Optional.of(deadline)
                    .filter(typed -> !typed.isBlank())
                    .map(typed -> Schedule.of(LocalDateTime.parse(typed), zone).due());
        } catch (DateTimeException e) {
            throw new Refusal.Invalid("deadline", "Choose a date and a time");
        }
    }

    private List<ContactListId> chosen() {
        return lists.stream().filter(ListChoice::isChosen).map(ListChoice::id).toList();
    }

    /** What can stand between braces for the chosen lists. */
    public SortedSet<String> getVariables() {
        var variables = new TreeSet<>(VariableName.BUILT_IN);
        lists.stream().filter(ListChoice::isChosen).forEach(choice -> variables.addAll(choice.attributes()));
        return variables;
    }

    public Segments getSegments() {
        return Segments.of(text);
    }

    public List<ListChoice> getLists() {
        return lists;
    }

    public List<Device> getPhones() {
        return phones;
    }

    public Campaigns.@Nullable Preview getPreview() {
        return preview;
    }

    /** How many SMS a message takes. */
    public String getPartsLine() {
        if (preview == null) {
            return "";
        }
        var parts = preview.parts();
        return parts.least() == parts.most()
                ? texts.of("campaign.parts", parts.least())
                : texts.of("campaign.partsBetween", parts.least(), parts.most());
    }

    /** Which variables some recipients have no value for. */
    public List<String> getLacking() {
        return preview == null
                ? List.of()
                : preview.missing().entrySet().stream()
                        .filter(variable -> variable.getValue() > 0)
                        .map(variable -> texts.of("campaign.lacking", variable.getKey(), variable.getValue()))
                        .toList();
    }

    public @Nullable Prediction getPrediction() {
        return prediction;
    }

    public @Nullable String getProblem() {
        return problem;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getDeadline() {
        return deadline;
    }

    public void setDeadline(String deadline) {
        this.deadline = deadline;
    }

    public String getDevice() {
        return device;
    }

    public void setDevice(String device) {
        this.device = device;
    }
}
