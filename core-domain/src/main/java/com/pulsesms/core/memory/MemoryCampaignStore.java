package com.pulsesms.core.memory;

import com.pulsesms.core.campaign.Campaign;
import com.pulsesms.core.campaign.CampaignRef;
import com.pulsesms.core.campaign.CampaignStatus;
import com.pulsesms.core.campaign.CampaignStore;
import com.pulsesms.core.campaign.RollOut;
import com.pulsesms.core.contact.Contact;
import com.pulsesms.core.contact.ContactStore;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.ContactId;
import com.pulsesms.core.kernel.IdGenerator;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.TimeOrderedIds;
import com.pulsesms.core.message.Failure;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Campaigns in a {@link MemoryDatabase}. */
final class MemoryCampaignStore implements CampaignStore {
    private final MemoryDatabase database;
    private final MessageTable messages;
    private final ContactStore contacts;
    private final MemoryOptOutStore optOuts;
    private final OwnedTable<Campaign> campaigns;
    private final Table<CampaignId, Instant> lastWorkedOn;

    MemoryCampaignStore(
            MemoryDatabase database, MessageTable messages, ContactStore contacts, MemoryOptOutStore optOuts) {
        this.database = database;
        this.messages = messages;
        this.contacts = contacts;
        this.optOuts = optOuts;
        this.campaigns = new OwnedTable<>(
                database,
                campaign -> new Owned(campaign.organization(), campaign.id().value()));
        this.lastWorkedOn = database.tableById(CampaignId::value);
    }

    @Override
    public void insert(Campaign campaign) {
        campaigns.insert(campaign);
    }

    @Override
    public void update(Campaign campaign) {
        database.atomically(() -> {
            campaigns.current(campaign, Campaign::revision);
            campaigns.put(campaign.at(campaign.revision() + 1));
        });
    }

    @Override
    public void delete(OrganizationId organization, CampaignId id) {
        campaigns.remove(organization, id.value());
    }

    @Override
    public Optional<Campaign> find(OrganizationId organization, CampaignId id) {
        return campaigns.find(organization, id.value());
    }

    @Override
    public Optional<Campaign> lock(OrganizationId organization, CampaignId id) {
        return find(organization, id);
    }

    @Override
    public Page<Campaign> page(OrganizationId organization, Optional<CampaignStatus> status, PageRequest request) {
        return campaigns.page(organization, request, campaign -> status.isEmpty() || status.get() == campaign.status());
    }

    @Override
    public List<Campaign> inProgress(OrganizationId organization) {
        return database.atomically(() -> campaigns
                .of(organization)
                .filter(campaign -> campaign.status() == CampaignStatus.IN_PROGRESS)
                .toList());
    }

    @Override
    public Optional<ContactId> expand(Campaign campaign, int size, Instant now) {
        return database.atomically(() -> {
            lastWorkedOn.put(campaign.id(), now);
            var ids = new TimeOrderedIds(Clock.fixed(now, ZoneOffset.UTC));
            var looked = next(campaign, size);
            looked.stream()
                    .filter(contact -> !messages.hasRecipient(campaign.id(), contact.phone()))
                    .map(contact -> MessageRow.of(message(campaign, contact, ids, now)))
                    .forEach(messages::put);
            return looked.isEmpty()
                    ? Optional.empty()
                    : Optional.of(looked.get(looked.size() - 1).id());
        });
    }

    /** The next contacts of the list that the campaign is at. */
    private List<Contact> next(Campaign campaign, int size) {
        var found = new ArrayList<Contact>();
        var list = campaign.lists().get(campaign.expansion().list());
        Optional<UUID> after = campaign.expansion().after().map(ContactId::value);
        do {
            var limit = Math.min(size - found.size(), PageRequest.MAX_LIMIT);
            var page = contacts.entries(campaign.organization(), list, new PageRequest(limit, after));
            found.addAll(page.items());
            after = page.next();
        } while (after.isPresent() && found.size() < size);
        return found;
    }

    private Message message(Campaign campaign, Contact contact, IdGenerator ids, Instant now) {
        var unwanted = optOuts.has(campaign.organization(), contact.phone());
        return new Message(
                new MessageId(ids.next()),
                campaign.organization(),
                Message.Origin.of(campaign.id(), contact.id()),
                contact.phone(),
                Optional.empty(),
                Lane.NORMAL,
                campaign.route(),
                campaign.deadline(),
                unwanted ? MessageStatus.SKIPPED : MessageStatus.QUEUED,
                unwanted ? Optional.of(Failure.OPTED_OUT) : Optional.empty(),
                Optional.empty(),
                unwanted ? 0 : 1,
                new Message.Times(now, Optional.empty(), Optional.empty(), now),
                false);
    }

    @Override
    public List<MessageId> lockToRollOut(Campaign campaign, int size) {
        var before = campaign.rollOut().flatMap(RollOut::before);
        return database.atomically(() -> messages.rows()
                .of(campaign.organization())
                .filter(row -> row.message().origin().campaign().equals(Optional.of(campaign.id())))
                .filter(MessageRow::unaccepted)
                .map(row -> row.message().id())
                .filter(id -> before.filter(last -> MemoryDatabase.compare(id.value(), last.value()) >= 0)
                        .isEmpty())
                .limit(size)
                .toList());
    }

    @Override
    public void rollOut(Campaign campaign, List<MessageId> ids, Instant now) {
        database.atomically(() -> {
            lastWorkedOn.put(campaign.id(), now);
            ids.stream()
                    .flatMap(id -> messages.find(campaign.organization(), id).stream())
                    .filter(MessageRow::unaccepted)
                    .forEach(row -> messages.put(steered(row, campaign.status(), now)));
        });
    }

    private static MessageRow steered(MessageRow row, CampaignStatus wanted, Instant now) {
        return switch (wanted) {
            case PAUSED -> (row.status() == MessageStatus.DISPATCHED ? row.requeued(now, false) : row).held(true);
            case CANCELED -> row.canceled(now);
            case DRAFT, SCHEDULED, IN_PROGRESS, COMPLETED -> row.held(false);
        };
    }

    @Override
    public List<CampaignRef> stuck(Instant time, int limit) {
        return refs(
                campaign -> (campaign.expanding() || campaign.rollOut().isPresent())
                        && lastWorkedOn(campaign).isBefore(time),
                limit);
    }

    private Instant lastWorkedOn(Campaign campaign) {
        return lastWorkedOn.find(campaign.id()).or(campaign::startedAt).orElseThrow();
    }

    @Override
    public List<CampaignRef> due(Instant now, int limit) {
        return refs(campaign -> campaign.due(now), limit);
    }

    @Override
    public List<CampaignRef> ended(int limit) {
        return refs(
                campaign -> campaign.awaitingEnd()
                        && messages.counts(campaign.organization(), campaign.id())
                                        .queued()
                                == 0,
                limit);
    }

    private List<CampaignRef> refs(Predicate<Campaign> wanted, int limit) {
        return database.atomically(() -> campaigns
                .all()
                .filter(wanted)
                .limit(limit)
                .map(campaign -> new CampaignRef(campaign.organization(), campaign.id()))
                .toList());
    }
}
