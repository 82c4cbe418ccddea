package com.pulsesms.core.webhook;

import com.pulsesms.core.campaign.CampaignStore;
import com.pulsesms.core.device.DeviceStore;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.DeliveryId;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.EventId;
import com.pulsesms.core.kernel.EventType;
import com.pulsesms.core.kernel.Events;
import com.pulsesms.core.kernel.IdGenerator;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.News;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Transactions;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageCounts;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.message.MessageStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes down what features tell, for each endpoint that wants to know it. */
public final class EventLog implements Events {
    private final EndpointStore endpoints;
    private final DeliveryStore deliveries;
    private final Sources sources;
    private final EventBodies bodies;
    private final DeliveryQueue queue;
    private final Transactions transactions;
    private final IdGenerator ids;
    private final Clock clock;

    public EventLog(
            EndpointStore endpoints,
            DeliveryStore deliveries,
            Sources sources,
            EventBodies bodies,
            DeliveryQueue queue,
            Transactions transactions,
            IdGenerator ids,
            Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.sources = sources;
        this.bodies = bodies;
        this.queue = queue;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** Where what events are about is to be found. */
    public record Sources(MessageStore messages, CampaignStore campaigns, DeviceStore devices) {}

    @Override
    public void ofMessages(OrganizationId organization, List<News<MessageId>> news) {
        tell(organization, news, wanted -> {
            var about = wanted.stream().map(News::about).collect(Collectors.toSet());
            var found = sources.messages.among(organization, about).stream()
                    .collect(Collectors.toMap(Message::id, Function.identity()));
            return one -> Optional.ofNullable(found.get(one.about()))
                    .map(message -> new About.OfMessage(message, status(one.type(), message)));
        });
    }

    private static MessageStatus status(EventType type, Message message) {
        return switch (type) {
            case MESSAGE_SENT -> MessageStatus.SENT;
            case MESSAGE_DELIVERED -> MessageStatus.DELIVERED;
            default -> message.status();
        };
    }

    @Override
    public void ofCampaign(OrganizationId organization, News<CampaignId> news) {
        tell(
                organization,
                List.of(news),
                wanted -> one -> sources.campaigns
                        .find(organization, one.about())
                        .map(campaign -> new About.OfCampaign(campaign, counts(organization, one))));
    }

    private Optional<MessageCounts> counts(OrganizationId organization, News<CampaignId> news) {
        return news.type() == EventType.CAMPAIGN_COMPLETED
                ? Optional.ofNullable(sources.messages
                        .counts(organization, Set.of(news.about()))
                        .get(news.about()))
                : Optional.empty();
    }

    @Override
    public void ofDevices(OrganizationId organization, List<News<DeviceId>> news) {
        tell(
                organization,
                news,
                wanted -> one -> sources.devices.find(organization, one.about()).map(About.OfDevice::new));
    }

    /** Looks up what news are about, all at once. */
    @FunctionalInterface
    private interface Lookup<I> {
        Function<News<I>, Optional<? extends About>> of(List<News<I>> wanted);
    }

    private <I> void tell(OrganizationId organization, List<News<I>> news, Lookup<I> lookup) {
        if (news.isEmpty()) {
            return;
        }
        var listening = endpoints.enabled(organization);
        var wanted = news.stream()
                .filter(one -> listening.stream()
                        .anyMatch(endpoint -> endpoint.events().contains(one.type())))
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        var found = lookup.of(wanted);
        var events = new ArrayList<Event>();
        wanted.forEach(one -> found.apply(one).ifPresent(about -> events.add(event(organization, one, about))));
        keep(events, listening);
    }

    private Event event(OrganizationId organization, News<?> news, About about) {
        var telling = new EventBodies.Telling(new EventId(ids.next()), organization, news.type(), news.at(), about);
        return telling.in(bodies.write(telling));
    }

    private void keep(List<Event> events, List<Endpoint> listening) {
        var made = events.stream()
                .flatMap(event -> listening.stream()
                        .filter(endpoint -> endpoint.events().contains(event.type()))
                        .map(endpoint -> delivery(event, endpoint)))
                .toList();
        store(events, made);
    }

    private Delivery delivery(Event event, Endpoint endpoint) {
        return Delivery.of(new DeliveryId(ids.next()), endpoint.id(), event, clock.instant());
    }

    private void store(List<Event> events, List<Delivery> made) {
        deliveries.insert(events, made);
        var asked = made.stream().map(Delivery::to).collect(Collectors.toSet());
        transactions.afterCommit(() -> asked.forEach(queue::deliverTo));
    }

    /** Has an endpoint told that somebody tries it out, whatever it chose to be told. */
    Delivery trial(Endpoint endpoint) {
        var news = new News<>(EventType.TEST, endpoint.id(), clock.instant());
        var event = event(endpoint.organization(), news, new About.Trial());
        var made = delivery(event, endpoint);
        store(List.of(event), List.of(made));
        return made;
    }
}
