package com.pulsesms.core.campaign;

import com.pulsesms.core.contact.ContactStore;
import com.pulsesms.core.device.DepartureStore;
import com.pulsesms.core.device.Device;
import com.pulsesms.core.device.DeviceStore;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.kernel.Transactions;
import com.pulsesms.core.message.MessageCounts;
import com.pulsesms.core.message.MessageStore;
import com.pulsesms.core.message.Route;
import com.pulsesms.core.message.Segments;
import com.pulsesms.core.organization.OrganizationStore;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * When campaigns will have left: by the paces of the devices that can send now, what waits ahead of them, and when the
 * organization sends at all.
 */
public final class Predictions {
    private static final int SAMPLES = 3;

    private final CampaignStore store;
    private final ContactStore contacts;
    private final DeviceStore devices;
    private final DepartureStore departures;
    private final MessageStore messages;
    private final OrganizationStore organizations;
    private final Transactions transactions;
    private final Clock clock;

    public Predictions(
            CampaignStore store,
            ContactStore contacts,
            DeviceStore devices,
            DepartureStore departures,
            MessageStore messages,
            OrganizationStore organizations,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.contacts = contacts;
        this.devices = devices;
        this.departures = departures;
        this.messages = messages;
        this.organizations = organizations;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A campaign in progress with the parts of it that are still to leave. */
    private record Line(Campaign campaign, long parts) {
        /** Whether devices take its messages before those of a campaign that was started then and has this route. */
        private boolean before(Optional<Instant> started, Route route, List<Device> able) {
            var pinned = campaign.route().device();
            var sameDevices = pinned.isEmpty()
                    ? route.device().isEmpty()
                    : able.stream().anyMatch(device -> device.id().equals(pinned.get()));
            return sameDevices
                    && started.flatMap(mine -> campaign.startedAt().map(mine::isAfter))
                            .orElse(true);
        }
    }

    /** Of those of the campaigns that are in progress. */
    public Map<CampaignId, Prediction> of(Actor actor, List<Campaign> campaigns) {
        actor.require(Permission.CAMPAIGNS_READ);
        var running = campaigns.stream()
                .filter(campaign -> campaign.organization().equals(actor.organization()))
                .filter(campaign -> campaign.status() == CampaignStatus.IN_PROGRESS)
                .toList();
        if (running.isEmpty()) {
            return Map.of();
        }
        return transactions.call(() -> {
            var scene = scene(actor.organization());
            var predictions = new HashMap<CampaignId, Prediction>();
            running.forEach(campaign ->
                    predictions.put(campaign.id(), running(campaign, scene).waiting(scene.times(), scene.now())));
            return predictions;
        });
    }

    /** What is the same for all campaigns of an organization. */
    private record Scene(Fleet fleet, List<Line> lines, SendingTimes times, Instant now) {}

    private Scene scene(OrganizationId organization) {
        var now = clock.instant();
        var times = organizations.find(organization).map(SendingTimes::of).orElseGet(SendingTimes::always);
        return new Scene(new Fleet(devices, departures, organization, now), lines(organization), times, now);
    }

    private Prediction running(Campaign campaign, Scene scene) {
        if (!campaign.expansion().finished()) {
            return Prediction.without(Prediction.Reason.MESSAGES_ARE_BEING_MADE);
        }
        var own = scene.lines().stream()
                .filter(line -> line.campaign().id().equals(campaign.id()))
                .mapToLong(Line::parts)
                .sum();
        return predict(new Wish(campaign.organization(), campaign.route(), campaign.startedAt(), own), scene);
    }

    /** Of a campaign with this route that is started now. */
    public Prediction preview(Actor actor, Route route, Campaigns.Preview preview) {
        actor.require(Permission.CAMPAIGNS_READ);
        return transactions.call(() -> {
            var own = (long) Math.ceil(preview.recipients() * preview.parts().average());
            var scene = scene(actor.organization());
            return predict(new Wish(actor.organization(), route, Optional.empty(), own), scene)
                    .waiting(scene.times(), scene.now());
        });
    }

    /** @param started empty for what is not started yet */
    private record Wish(OrganizationId organization, Route route, Optional<Instant> started, long parts) {}

    private Prediction predict(Wish wish, Scene scene) {
        var able = scene.fleet().able(wish.route());
        if (able.isEmpty()) {
            return Prediction.without(Prediction.Reason.NO_DEVICE_CAN_SEND_NOW);
        }
        var campaigns = scene.lines().stream()
                .filter(line -> line.before(wish.started(), wish.route(), able))
                .mapToLong(Line::parts)
                .sum();
        var single = messages.singleParts(
                wish.organization(),
                able.stream().map(Device::id).collect(Collectors.toSet()),
                wish.started().orElse(scene.now()));
        var plan = new SendingPlan(scene.fleet().capacities(wish.route()), scene.times(), scene.now());
        return Prediction.at(plan.finish(campaigns + single + wish.parts()));
    }

    private List<Line> lines(OrganizationId organization) {
        var running = store.inProgress(organization);
        var counts =
                messages.counts(organization, running.stream().map(Campaign::id).collect(Collectors.toSet()));
        return running.stream()
                .map(campaign -> {
                    var open = counts.getOrDefault(campaign.id(), MessageCounts.NONE)
                            .queued();
                    return new Line(campaign, (long) Math.ceil(open * parts(campaign)));
                })
                .toList();
    }

    /** How many parts a message of it takes, by its first contacts: texts are made when they are handed over. */
    private double parts(Campaign campaign) {
        var first = PageRequest.first(SAMPLES);
        return contacts.entries(campaign.organization(), campaign.lists().get(0), first).items().stream()
                .mapToInt(contact ->
                        Segments.of(campaign.template().render(contact::value)).parts())
                .average()
                .orElse(1);
    }
}
