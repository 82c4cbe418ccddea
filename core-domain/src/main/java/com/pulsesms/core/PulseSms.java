package com.pulsesms.core;

import com.pulsesms.core.apikey.ApiKeys;
import com.pulsesms.core.billing.Plan;
import com.pulsesms.core.billing.Quotas;
import com.pulsesms.core.campaign.BulkSending;
import com.pulsesms.core.campaign.CampaignCompletion;
import com.pulsesms.core.campaign.CampaignWork;
import com.pulsesms.core.campaign.Campaigns;
import com.pulsesms.core.campaign.Predictions;
import com.pulsesms.core.campaign.Resending;
import com.pulsesms.core.campaign.Scheduling;
import com.pulsesms.core.campaign.Steering;
import com.pulsesms.core.campaign.TestSending;
import com.pulsesms.core.campaign.WorkQueue;
import com.pulsesms.core.contact.ContactImport;
import com.pulsesms.core.contact.Contacts;
import com.pulsesms.core.contact.OptOutImport;
import com.pulsesms.core.contact.OptOuts;
import com.pulsesms.core.device.Devices;
import com.pulsesms.core.device.Liveness;
import com.pulsesms.core.device.Pairing;
import com.pulsesms.core.gateway.DeviceRemoval;
import com.pulsesms.core.gateway.HandOver;
import com.pulsesms.core.gateway.InProcessSending;
import com.pulsesms.core.gateway.Pacing;
import com.pulsesms.core.gateway.SmsRadio;
import com.pulsesms.core.gateway.Sweep;
import com.pulsesms.core.idempotency.FirstAnswers;
import com.pulsesms.core.identity.Accounts;
import com.pulsesms.core.identity.PasswordHasher;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.Events;
import com.pulsesms.core.kernel.IdGenerator;
import com.pulsesms.core.kernel.MicrosecondClock;
import com.pulsesms.core.kernel.Region;
import com.pulsesms.core.kernel.Secret;
import com.pulsesms.core.kernel.TimeOrderedIds;
import com.pulsesms.core.memory.InProcessWorkQueue;
import com.pulsesms.core.memory.MemoryStorage;
import com.pulsesms.core.memory.Pbkdf2;
import com.pulsesms.core.message.Messages;
import com.pulsesms.core.message.Sending;
import com.pulsesms.core.organization.Organizations;
import com.pulsesms.core.webhook.Deliveries;
import com.pulsesms.core.webhook.Delivering;
import com.pulsesms.core.webhook.DeliverySweep;
import com.pulsesms.core.webhook.EventLog;
import com.pulsesms.core.webhook.RetrySchedule;
import com.pulsesms.core.webhook.WebhookPorts;
import com.pulsesms.core.webhook.Webhooks;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The front door: takes the ports and hands out the use cases. A program that embeds PulseSMS gives it an {@link SmsRadio};
 * a server gives it storage, a {@link Sending} that wakes phones and a {@link WorkQueue}.
 */
public final class PulseSms implements AutoCloseable {
    private final Accounts accounts;
    private final Organizations organizations;
    private final ApiKeys apiKeys;
    private final Contacts contacts;
    private final ContactImport contactImport;
    private final OptOuts optOuts;
    private final OptOutImport optOutImport;
    private final Devices devices;
    private final Pairing pairing;
    private final Messages messages;
    private final Campaigns campaigns;
    private final Predictions predictions;
    private final TestSending testSending;
    private final BulkSending bulkSending;
    private final Resending resending;
    private final Steering steering;
    private final Scheduling scheduling;
    private final CampaignWork campaignWork;
    private final HandOver handOver;
    private final DeviceRemoval deviceRemoval;
    private final Sweep sweep;
    private final @Nullable Hooks hooks;
    private final FirstAnswers firstAnswers;
    private final Runnable awaitIdle;
    private final Runnable onClose;

    /** Begins an assembly; whatever is not given lives in memory and in this process. */
    public static Builder builder() {
        return new Builder();
    }

    /** Everything in memory, sending through the caller's own radio: gone with the process. */
    public static PulseSms inMemory(SmsRadio radio) {
        return builder().radio(radio).build();
    }

    private PulseSms(Parts parts) {
        var storage = parts.storage;
        var transactions = storage.transactions();
        var ids = parts.ids;
        var clock = parts.clock;
        hooks = parts.webhooks
                .map(ports -> new Hooks(storage, ports, ids, clock))
                .orElse(null);
        var events = hooks == null ? Events.UNHEARD : hooks.log;
        var completion = new CampaignCompletion(storage.campaigns(), storage.messages(), events, transactions, clock);
        var quotas = new Quotas(storage.quotas(), storage.organizations(), parts.plan, clock);
        organizations =
                new Organizations(storage.organizations(), parts.plan.organizations(), transactions, ids, clock);
        apiKeys =
                new ApiKeys(storage.apiKeys(), storage.organizations(), parts.plan.apiKeys(), transactions, ids, clock);
        accounts = new Accounts(
                storage.users(), storage.sessions(), organizations, apiKeys, parts.passwords, transactions, ids, clock);
        contacts = new Contacts(storage.contacts(), storage.organizations(), transactions, ids, clock);
        contactImport = new ContactImport(storage.contacts(), storage.organizations(), transactions, ids, clock);
        optOuts = new OptOuts(storage.optOuts(), storage.organizations(), transactions, ids, clock);
        optOutImport = new OptOutImport(storage.optOuts(), storage.organizations(), transactions, ids, clock);
        devices = new Devices(storage.devices(), transactions, clock);
        pairing = new Pairing(
                storage.pairingCodes(), storage.devices(), storage.organizations(), transactions, ids, clock);
        messages = new Messages(
                storage.messages(),
                storage.organizations(),
                storage.optOuts(),
                storage.devices(),
                quotas,
                parts.sending,
                transactions,
                ids,
                clock);
        campaigns = new Campaigns(
                storage.campaigns(),
                storage.contacts(),
                storage.devices(),
                storage.messages(),
                parts.work,
                quotas,
                events,
                transactions,
                ids,
                clock);
        predictions = new Predictions(
                storage.campaigns(),
                storage.contacts(),
                storage.devices(),
                storage.departures(),
                storage.messages(),
                storage.organizations(),
                transactions,
                clock);
        testSending = new TestSending(storage.campaigns(), storage.contacts(), messages, transactions);
        bulkSending = new BulkSending(messages);
        resending = new Resending(
                storage.campaigns(),
                storage.messages(),
                storage.optOuts(),
                storage.devices(),
                parts.sending,
                quotas,
                transactions,
                ids,
                clock);
        steering = new Steering(
                storage.campaigns(), storage.messages(), completion, parts.work, quotas, transactions, clock);
        scheduling = new Scheduling(storage.campaigns(), storage.organizations(), campaigns, transactions, clock);
        campaignWork = new CampaignWork(
                storage.campaigns(), storage.messages(), quotas, completion, parts.sending, transactions, clock);
        var pacing = new Pacing(storage.handOver(), storage.devices(), storage.departures());
        handOver = new HandOver(
                storage.handOver(),
                storage.organizations(),
                pacing,
                completion,
                parts.sending,
                events,
                transactions,
                clock);
        deviceRemoval =
                new DeviceRemoval(storage.devices(), storage.handOver(), pacing, completion, transactions, clock);
        sweep = new Sweep(
                storage.handOver(),
                pacing,
                storage.campaigns(),
                storage.messages(),
                scheduling,
                completion,
                parts.work,
                parts.sending,
                events,
                new Liveness(storage.devices(), events, transactions, clock),
                transactions,
                clock);
        firstAnswers = new FirstAnswers(storage.answers(), transactions, clock);
        awaitIdle = parts.awaitIdle;
        onClose = parts.onClose;
    }

    /** What tells other systems; only an assembly that was given the ports has it. */
    private static final class Hooks {
        private final EventLog log;
        private final Webhooks webhooks;
        private final Deliveries deliveries;
        private final Delivering delivering;
        private final DeliverySweep sweep;

        private Hooks(Storage storage, WebhookPorts ports, IdGenerator ids, Clock clock) {
            var transactions = storage.transactions();
            var endpoints = storage.endpoints();
            var sources = new EventLog.Sources(storage.messages(), storage.campaigns(), storage.devices());
            log = new EventLog(
                    endpoints, storage.deliveries(), sources, ports.bodies(), ports.queue(), transactions, ids, clock);
            webhooks = new Webhooks(
                    endpoints, storage.organizations(), ports.vault(), ports.queue(), transactions, ids, clock);
            deliveries = new Deliveries(endpoints, storage.deliveries(), log, ports.queue(), transactions, clock);
            delivering = new Delivering(
                    endpoints,
                    storage.deliveries(),
                    ports.receivers(),
                    ports.vault(),
                    new RetrySchedule(new SecureRandom()),
                    transactions,
                    clock);
            sweep = new DeliverySweep(storage.deliveries(), ports.queue(), transactions, clock);
        }
    }

    /**
     * Makes an organization for a program without people of its own, and hands out the actor who may do everything in it.
     * Nobody can sign in to it; each call makes another.
     *
     * @param region how national phone numbers are understood
     */
    public Actor owner(String organization, Region region) {
        var email = UUID.randomUUID() + "@owner.invalid";
        var password = Secret.random("").text();
        var made = accounts.signUp(new Accounts.NewAccount(email, password, organization, region, ZoneOffset.UTC));
        return organizations.actor(made.user().id(), made.organization().id());
    }

    public Accounts accounts() {
        return accounts;
    }

    public Organizations organizations() {
        return organizations;
    }

    public ApiKeys apiKeys() {
        return apiKeys;
    }

    public Contacts contacts() {
        return contacts;
    }

    public ContactImport contactImport() {
        return contactImport;
    }

    public OptOuts optOuts() {
        return optOuts;
    }

    public OptOutImport optOutImport() {
        return optOutImport;
    }

    public Devices devices() {
        return devices;
    }

    public Pairing pairing() {
        return pairing;
    }

    public Messages messages() {
        return messages;
    }

    public Campaigns campaigns() {
        return campaigns;
    }

    public Predictions predictions() {
        return predictions;
    }

    public TestSending testSending() {
        return testSending;
    }

    public BulkSending bulkSending() {
        return bulkSending;
    }

    public Resending resending() {
        return resending;
    }

    public Steering steering() {
        return steering;
    }

    public Scheduling scheduling() {
        return scheduling;
    }

    /** What consumers of the {@link WorkQueue} call. */
    public CampaignWork campaignWork() {
        return campaignWork;
    }

    /** What the adapter that serves phones calls. */
    public HandOver handOver() {
        return handOver;
    }

    public DeviceRemoval deviceRemoval() {
        return deviceRemoval;
    }

    /** To be run every few seconds: what nudges that got lost and crashes left behind goes on by it. */
    public Sweep sweep() {
        return sweep;
    }

    public Webhooks webhooks() {
        return hooks().webhooks;
    }

    public Deliveries deliveries() {
        return hooks().deliveries;
    }

    /** What consumers of the {@link com.pulsesms.core.webhook.DeliveryQueue} call. */
    public Delivering delivering() {
        return hooks().delivering;
    }

    /** To be run every few seconds, as {@link #sweep()}. */
    public DeliverySweep deliverySweep() {
        return hooks().sweep;
    }

    private Hooks hooks() {
        if (hooks == null) {
            throw new IllegalStateException("Other systems are told nothing: give the builder the ports of webhooks");
        }
        return hooks;
    }

    /** What an adapter calls whose callers may repeat themselves; {@link FirstAnswers#forgetOld} is to be run now and then. */
    public FirstAnswers firstAnswers() {
        return firstAnswers;
    }

    /**
     * Waits until the in-process adapters have done what waited when this was called: campaigns that were started are made
     * into messages, and messages have left through the radio. With ports of the caller's own there is nothing to wait for.
     */
    public void awaitIdle() {
        awaitIdle.run();
    }

    /** Ends the threads that were started for the in-process adapters; what waits stays stored. */
    @Override
    public void close() {
        onClose.run();
    }

    private record Parts(
            Storage storage,
            Sending sending,
            WorkQueue work,
            Plan plan,
            PasswordHasher passwords,
            IdGenerator ids,
            Clock clock,
            Optional<WebhookPorts> webhooks,
            Runnable awaitIdle,
            Runnable onClose) {}

    /** Takes the ports. */
    public static final class Builder {
        private @Nullable Storage storage;
        private @Nullable Sending sending;
        private @Nullable SmsRadio radio;
        private @Nullable WorkQueue work;
        private @Nullable PasswordHasher passwords;
        private @Nullable WebhookPorts webhooks;
        private Plan plan = Plan.ENTERPRISE;
        private Clock clock = Clock.systemUTC();
        private @Nullable PulseSms built;

        private Builder() {}

        public Builder storage(Storage given) {
            storage = given;
            return this;
        }

        /** What tells phones that messages wait; instead of a {@link #radio}. */
        public Builder sending(Sending given) {
            sending = given;
            return this;
        }

        /** What sends in this process; instead of {@link #sending}. */
        public Builder radio(SmsRadio given) {
            radio = given;
            return this;
        }

        public Builder work(WorkQueue given) {
            work = given;
            return this;
        }

        public Builder passwords(PasswordHasher given) {
            passwords = given;
            return this;
        }

        /** What tells other systems what happens; nobody is told unless given. */
        public Builder webhooks(WebhookPorts given) {
            webhooks = given;
            return this;
        }

        /** What every account may use; everything unless given. */
        public Builder plan(Plan given) {
            plan = given;
            return this;
        }

        public Builder clock(Clock given) {
            clock = given;
            return this;
        }

        /** @throws IllegalStateException unless exactly one of {@link #sending} and {@link #radio} was given */
        public PulseSms build() {
            if ((sending == null) == (radio == null)) {
                throw new IllegalStateException("Give either a sending port or a radio");
            }
            var micros = new MicrosecondClock(clock);
            var ids = new TimeOrderedIds(micros);
            var store = Objects.requireNonNullElseGet(storage, MemoryStorage::open);
            var ownWork =
                    work == null ? new InProcessWorkQueue(() -> assembled().campaignWork()) : null;
            var ownSending = radio == null ? null : inProcess(radio, store, ids, micros);
            built = new PulseSms(new Parts(
                    store,
                    ownSending != null ? ownSending : Objects.requireNonNull(sending),
                    ownWork != null ? ownWork : Objects.requireNonNull(work),
                    plan,
                    Objects.requireNonNullElseGet(passwords, Pbkdf2::new),
                    ids,
                    micros,
                    Optional.ofNullable(webhooks),
                    () -> {
                        Optional.ofNullable(ownWork).ifPresent(InProcessWorkQueue::awaitIdle);
                        Optional.ofNullable(ownSending).ifPresent(InProcessSending::awaitIdle);
                    },
                    () -> {
                        Optional.ofNullable(ownWork).ifPresent(InProcessWorkQueue::close);
                        Optional.ofNullable(ownSending).ifPresent(InProcessSending::close);
                    }));
            return built;
        }

        private InProcessSending inProcess(SmsRadio given, Storage store, IdGenerator ids, Clock micros) {
            Supplier<HandOver> handOver = () -> assembled().handOver();
            return new InProcessSending(given, store.devices(), handOver, store.transactions(), ids, micros);
        }

        private PulseSms assembled() {
            return Objects.requireNonNull(built, "The work began before the assembly ended");
        }
    }
}
