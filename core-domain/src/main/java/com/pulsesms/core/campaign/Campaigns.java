package com.pulsesms.core.campaign;

import com.pulsesms.core.billing.Quotas;
import com.pulsesms.core.contact.Contact;
import com.pulsesms.core.contact.ContactStore;
import com.pulsesms.core.device.DeviceStore;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.EventType;
import com.pulsesms.core.kernel.Events;
import com.pulsesms.core.kernel.IdGenerator;
import com.pulsesms.core.kernel.News;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Transactions;
import com.pulsesms.core.message.MessageCounts;
import com.pulsesms.core.message.MessageStore;
import com.pulsesms.core.message.Route;
import com.pulsesms.core.message.Segments;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Composing campaigns, starting them and seeing how they do. */
public final class Campaigns {
    private final CampaignStore store;
    private final ContactStore contacts;
    private final DeviceStore devices;
    private final MessageStore messages;
    private final WorkQueue work;
    private final Quotas quotas;
    private final Events events;
    private final Transactions transactions;
    private final IdGenerator ids;
    private final Clock clock;

    public Campaigns(
            CampaignStore store,
            ContactStore contacts,
            DeviceStore devices,
            MessageStore messages,
            WorkQueue work,
            Quotas quotas,
            Events events,
            Transactions transactions,
            IdGenerator ids,
            Clock clock) {
        this.store = store;
        this.contacts = contacts;
        this.devices = devices;
        this.messages = messages;
        this.work = work;
        this.quotas = quotas;
        this.events = events;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a campaign is made of. */
    public record Draft(String name, String text, List<ContactListId> lists, Route route, Optional<Instant> deadline) {
        public static Draft of(String name, String text, ContactListId... lists) {
            return new Draft(name, text, List.of(lists), Route.ANY, Optional.empty());
        }

        static Draft of(Campaign campaign) {
            return new Draft(
                    campaign.name(),
                    campaign.template().source(),
                    campaign.lists(),
                    campaign.route(),
                    campaign.deadline());
        }

        public Draft until(Instant time) {
            return new Draft(name, text, lists, route, Optional.of(time));
        }
    }

    /** A campaign with how its messages do. */
    public record Progress(Campaign campaign, MessageCounts counts) {}

    /**
     * What a campaign would send.
     *
     * @param recipients numbers that would get it, each counted once
     * @param duplicates contacts that are left out because their number is on an earlier list
     * @param optedOut numbers that are left out because their owners don't want to be written to
     * @param missing how many recipients have no value for a variable, by variable
     * @param beyondGsm characters of the texts looked at that make them UCS-2
     * @param samples the text for the first contacts
     * @param quotaLeft how many messages the plan has left this month; empty if it has no limit
     */
    public record Preview(
            long recipients,
            long duplicates,
            long optedOut,
            SortedMap<String, Long> missing,
            Parts parts,
            List<String> beyondGsm,
            List<Sample> samples,
            OptionalLong quotaLeft) {}

    /**
     * How many parts the texts take, by those of the first recipients.
     *
     * @param lookedAt how many of them; if none, the sizes are those of the text without values
     */
    public record Parts(int lookedAt, int least, int most, double average) {}

    /** @param missing variables that the contact has no value for */
    public record Sample(Contact contact, String text, Segments segments, Set<String> missing) {}

    /**
     * Keeps a draft.
     *
     * @throws Refusal.Invalid naming each variable that no contact of the lists could have, or with field {@code
     *     deadline}
     */
    public Campaign create(Actor actor, Draft draft) {
        actor.require(Permission.CAMPAIGNS_WRITE);
        var template = Template.parse(draft.text());
        var now = clock.instant();
        var made = Campaign.draft(
                        new CampaignId(ids.next()),
                        actor.organization(),
                        draft.name(),
                        template,
                        draft.lists(),
                        draft.route(),
                        now)
                .until(draft.deadline(), now);
        transactions.run(() -> {
            check(made);
            store.insert(made);
        });
        return made;
    }

    /** Keeps a draft of what a campaign is made of; whether that can still be sent shows when it is edited or started. */
    public Campaign duplicate(Actor actor, CampaignId id) {
        actor.require(Permission.CAMPAIGNS_READ);
        actor.require(Permission.CAMPAIGNS_WRITE);
        return transactions.call(() -> {
            var made = existing(actor, id).duplicated(new CampaignId(ids.next()), clock.instant());
            store.insert(made);
            return made;
        });
    }

    /** Replaces what a draft is made of. */
    public Campaign edit(Actor actor, CampaignId id, Draft draft) {
        return edit(actor, id, before -> draft);
    }

    /** Changes what a draft is made of. */
    public Campaign edit(Actor actor, CampaignId id, UnaryOperator<Draft> change) {
        actor.require(Permission.CAMPAIGNS_WRITE);
        return transactions.call(() -> {
            var before = existing(actor, id);
            var draft = change.apply(Draft.of(before));
            var edited = before.edited(draft.name(), Template.parse(draft.text()), draft.lists(), draft.route())
                    .until(draft.deadline(), clock.instant());
            check(edited);
            store.update(edited);
            return existing(actor, id);
        });
    }

    /** Throws a draft away. */
    public void delete(Actor actor, CampaignId id) {
        actor.require(Permission.CAMPAIGNS_WRITE);
        transactions.run(() -> {
            locked(actor, id).requireDraft();
            store.delete(actor.organization(), id);
        });
    }

    /**
     * Starts it now, in constant time but for counting its recipients where the plan has a limit: its messages are made
     * after the answer.
     *
     * @throws Refusal.LimitReached {@code quota_exceeded} if it would write to more than the plan has left
     */
    public Campaign start(Actor actor, CampaignId id) {
        actor.require(Permission.CAMPAIGNS_WRITE);
        actor.require(Permission.MESSAGES_SEND);
        return transactions.call(() -> {
            begin(locked(actor, id));
            return existing(actor, id);
        });
    }

    /** Starts a locked one within the caller's transaction. */
    void begin(Campaign campaign) {
        var now = clock.instant();
        var started = campaign.started(now);
        check(started);
        store.update(started);
        quotas.take(started.organization(), started.id(), () -> recipients(started));
        events.ofCampaign(started.organization(), new News<>(EventType.CAMPAIGN_STARTED, started.id(), now));
        transactions.afterCommit(() -> work.workOn(new CampaignRef(started.organization(), started.id())));
    }

    private long recipients(Campaign campaign) {
        return contacts.reach(campaign.organization(), campaign.lists(), Set.of())
                .recipients();
    }

    public Progress find(Actor actor, CampaignId id) {
        actor.require(Permission.CAMPAIGNS_READ);
        return transactions.call(
                () -> progress(actor, List.of(existing(actor, id))).get(0));
    }

    /** Newest first. */
    public Page<Progress> page(Actor actor, PageRequest request) {
        return page(actor, Optional.empty(), request);
    }

    /** Newest first, of those in one status if that is given. */
    public Page<Progress> page(Actor actor, Optional<CampaignStatus> status, PageRequest request) {
        actor.require(Permission.CAMPAIGNS_READ);
        return transactions.call(() -> {
            var page = store.page(actor.organization(), status, request);
            return new Page<>(progress(actor, page.items()), page.next());
        });
    }

    private List<Progress> progress(Actor actor, List<Campaign> campaigns) {
        var counts = messages.counts(
                actor.organization(), campaigns.stream().map(Campaign::id).collect(Collectors.toSet()));
        return campaigns.stream()
                .map(c -> new Progress(c, counts.getOrDefault(c.id(), MessageCounts.NONE)))
                .toList();
    }

    /** What {@code text} would be for the contacts of {@code lists}, without keeping anything. */
    public Preview preview(Actor actor, String text, List<ContactListId> lists) {
        actor.require(Permission.CAMPAIGNS_READ);
        actor.require(Permission.CONTACTS_READ);
        var template = Template.parse(text);
        return transactions.call(() -> {
            checkContent(actor.organization(), template, lists);
            return new Previewing(contacts)
                    .of(actor.organization(), template, lists, quotas.left(actor.organization()));
        });
    }

    /** @throws Refusal.Invalid if it could not be sent */
    void check(Campaign campaign) {
        checkContent(campaign.organization(), campaign.template(), campaign.lists());
        var device = campaign.route().device();
        var usable =
                device.flatMap(id -> devices.find(campaign.organization(), id)).filter(d -> !d.removed());
        if (device.isPresent() && usable.isEmpty()) {
            throw new Refusal.Invalid("deviceId", "No such device");
        }
    }

    private void checkContent(OrganizationId organization, Template template, List<ContactListId> lists) {
        if (lists.isEmpty()) {
            throw new Refusal.Invalid("lists", "Choose at least one contact list");
        }
        for (var list : lists) {
            if (contacts.find(organization, list).isEmpty()) {
                throw new Refusal.Invalid("lists", "No such contact list: " + list);
            }
        }
        template.refuseUnknown(contacts.attributeNames(organization, Set.copyOf(lists)));
        var parts = Segments.of(template.render(variable -> Optional.empty())).parts();
        if (parts > Segments.MAX_PARTS) {
            throw new Refusal.Invalid(
                    "text", "The text takes " + parts + " SMS; at most " + Segments.MAX_PARTS + " are possible");
        }
    }

    private Campaign existing(Actor actor, CampaignId id) {
        return store.find(actor.organization(), id).orElseThrow(Campaigns::noSuch);
    }

    private Campaign locked(Actor actor, CampaignId id) {
        return store.lock(actor.organization(), id).orElseThrow(Campaigns::noSuch);
    }

    private static Refusal noSuch() {
        return new Refusal.NotFound("No such campaign");
    }
}
