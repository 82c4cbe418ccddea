package com.pulsesms.core;

import com.pulsesms.core.billing.Plan;
import com.pulsesms.core.campaign.Campaign;
import com.pulsesms.core.campaign.CampaignRef;
import com.pulsesms.core.campaign.Campaigns;
import com.pulsesms.core.contact.Contacts;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Region;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.kernel.TestClock;
import com.pulsesms.core.kernel.Transactions;
import com.pulsesms.core.kernel.Walk;
import com.pulsesms.core.memory.MemoryStorage;
import com.pulsesms.core.memory.Pbkdf2;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageFilter;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.message.Messages.NewMessage;
import com.pulsesms.core.webhook.TestHooks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The whole core on memory, behind its front door. The clock goes when told, and nudges reach nobody: a test looks at them
 * or follows them.
 */
public final class TestPulse {
    private final TestClock clock = new TestClock(Sample.NOW);
    private final List<OrganizationId> nudges = new ArrayList<>();
    private final Deque<CampaignRef> work = new ArrayDeque<>();
    private final TestHooks hooks = new TestHooks();
    private final Storage storage;
    private final PulseSms core;

    public TestPulse() {
        this(UnaryOperator.identity());
    }

    public TestPulse(Plan plan) {
        this(plan, UnaryOperator.identity());
    }

    /** With something between the core and its storage. */
    public TestPulse(UnaryOperator<Storage> between) {
        this(Plan.ENTERPRISE, between);
    }

    public TestPulse(Plan plan, UnaryOperator<Storage> between) {
        storage = MemoryStorage.open();
        core = PulseSms.builder()
                .storage(between.apply(storage))
                .sending(nudges::add)
                .work(work::add)
                .plan(plan)
                .webhooks(hooks.ports())
                .passwords(new Pbkdf2(1))
                .clock(clock)
                .build();
    }

    /** The same storage over other transactions. */
    public static Storage with(Storage storage, Transactions transactions) {
        return new Storage(
                transactions,
                storage.organizations(),
                storage.apiKeys(),
                storage.users(),
                storage.sessions(),
                storage.contacts(),
                storage.optOuts(),
                storage.devices(),
                storage.departures(),
                storage.pairingCodes(),
                storage.quotas(),
                storage.messages(),
                storage.campaigns(),
                storage.handOver(),
                storage.endpoints(),
                storage.deliveries(),
                storage.answers());
    }

    public PulseSms core() {
        return core;
    }

    public Storage storage() {
        return storage;
    }

    public TestHooks hooks() {
        return hooks;
    }

    public TestClock clock() {
        return clock;
    }

    /** The organizations for which messages were said to wait, since the last look. */
    public List<OrganizationId> nudges() {
        var since = List.copyOf(nudges);
        nudges.clear();
        return since;
    }

    /** The campaigns that were asked to be worked on, since the last look. */
    public List<CampaignRef> work() {
        var since = List.copyOf(work);
        work.clear();
        return since;
    }

    /** The owner of an organization of their own. */
    public Actor owner() {
        return core.owner("Shop", new Region("RS"));
    }

    public Message queued(Actor actor) {
        return core.messages().send(actor, NewMessage.of("064 123 4567", "Hello"));
    }

    public MessageStatus status(Actor actor, Message message) {
        return again(actor, message).status();
    }

    public Message again(Actor actor, Message message) {
        return core.messages().find(actor, message.id());
    }

    /** A list of as many contacts, called Ana 0, Ana 1 and so on. */
    public ContactListId list(Actor actor, int contacts) {
        var list = core.contacts().createList(actor, "Customers").id();
        for (var n = 0; n < contacts; n++) {
            core.contacts().add(actor, list, Contacts.Draft.of(Sample.number(n).e164(), "Ana " + n));
        }
        return list;
    }

    /** A draft to a list of as many contacts. */
    public Campaign draft(Actor actor, int contacts) {
        return core.campaigns().create(actor, Campaigns.Draft.of("Sale", "Hi {{name|there}}!", list(actor, contacts)));
    }

    /** A campaign in progress, to as many contacts, of which all messages are made. */
    public Campaign expanded(Actor actor, int contacts) {
        var draft = draft(actor, contacts);
        core.campaigns().start(actor, draft.id());
        expandAll();
        return draft;
    }

    /** Does the work that was asked for. */
    public void expandAll() {
        work().forEach(core.campaignWork()::run);
    }

    /** Newest first. */
    public List<Message> messagesOf(Actor actor, Campaign campaign) {
        return Walk.over(200, page -> core.messages().page(actor, MessageFilter.of(campaign.id()), page));
    }

    public Campaigns.Progress progress(Actor actor, Campaign campaign) {
        return core.campaigns().find(actor, campaign.id());
    }
}
