package com.pulsesms.core.webhook;

import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.EndpointId;
import com.pulsesms.core.kernel.EventType;
import com.pulsesms.core.kernel.IdGenerator;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Transactions;
import com.pulsesms.core.kernel.Vault;
import com.pulsesms.core.organization.OrganizationStore;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Making, changing and removing the endpoints that are told what happens. */
public final class Webhooks {
    /** How many an organization may have: each makes every event one delivery more. */
    public static final int LIMIT = 20;

    private final EndpointStore store;
    private final OrganizationStore organizations;
    private final Vault vault;
    private final DeliveryQueue queue;
    private final Transactions transactions;
    private final IdGenerator ids;
    private final Clock clock;

    public Webhooks(
            EndpointStore store,
            OrganizationStore organizations,
            Vault vault,
            DeliveryQueue queue,
            Transactions transactions,
            IdGenerator ids,
            Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.vault = vault;
        this.queue = queue;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** An endpoint with the secret that it was just given, which is never to be had again. */
    public record WithSecret(Endpoint endpoint, SigningSecret secret) {}

    /** What to change of an endpoint; what is not named stays. */
    public record Change(Optional<String> url, Optional<Set<EventType>> events, Optional<Boolean> enabled) {
        public static final Change NONE = new Change(Optional.empty(), Optional.empty(), Optional.empty());

        public Change enabled(boolean wanted) {
            return new Change(url, events, Optional.of(wanted));
        }
    }

    /**
     * Makes an endpoint, enabled.
     *
     * @throws Refusal.Invalid with field {@code url} or {@code events}
     * @throws Refusal.Conflict {@code too_many_webhooks}
     */
    public WithSecret create(Actor actor, String url, Set<EventType> events) {
        actor.require(Permission.WEBHOOKS_MANAGE);
        var secret = SigningSecret.random();
        var made = new Endpoint(
                new EndpointId(ids.next()),
                actor.organization(),
                WebhookUrl.parse(url),
                events,
                Secrets.first(vault.encrypt(secret.text())),
                Optional.empty(),
                Optional.empty(),
                clock.instant(),
                0);
        transactions.run(() -> {
            refuseOneMore(actor.organization());
            store.insert(made);
        });
        return new WithSecret(made, secret);
    }

    private void refuseOneMore(OrganizationId organization) {
        // Of several that are made at once, each counts those before it.
        organizations.lock(organization);
        if (store.count(organization) >= LIMIT) {
            throw new Refusal.Conflict("too_many_webhooks", "An organization can have at most " + LIMIT + " webhooks");
        }
    }

    public Page<Endpoint> page(Actor actor, PageRequest request) {
        actor.require(Permission.WEBHOOKS_MANAGE);
        return transactions.call(() -> store.page(actor.organization(), request));
    }

    public Endpoint find(Actor actor, EndpointId id) {
        actor.require(Permission.WEBHOOKS_MANAGE);
        return transactions.call(() -> existing(actor, id));
    }

    /**
     * Changes an endpoint. Enabled again, it gets what waits for it.
     *
     * @throws Refusal.Invalid with field {@code url} or {@code events}
     */
    public Endpoint change(Actor actor, EndpointId id, Change change) {
        actor.require(Permission.WEBHOOKS_MANAGE);
        var url = change.url().map(WebhookUrl::parse);
        return save(actor, id, before -> {
            var after = url.map(before::at).orElse(before);
            after = change.events().map(after::toldOf).orElse(after);
            return change.enabled().isPresent() ? turned(after, change.enabled().get()) : after;
        });
    }

    private Endpoint turned(Endpoint endpoint, boolean enabled) {
        return enabled ? endpoint.enable() : endpoint.disable(Endpoint.Reason.ASKED, clock.instant());
    }

    /** Gives it a new secret; the one before it goes on signing for {@link Secrets#OVERLAP}. */
    public WithSecret rotate(Actor actor, EndpointId id) {
        actor.require(Permission.WEBHOOKS_MANAGE);
        var secret = SigningSecret.random();
        var encrypted = vault.encrypt(secret.text());
        var saved = save(actor, id, before -> before.signedBy(before.secrets().replacedBy(encrypted, clock.instant())));
        return new WithSecret(saved, secret);
    }

    private Endpoint save(Actor actor, EndpointId id, UnaryOperator<Endpoint> change) {
        return transactions.call(() -> {
            var before = existing(actor, id);
            store.update(change.apply(before));
            var saved = existing(actor, id);
            if (saved.enabled() && !before.enabled()) {
                transactions.afterCommit(() -> queue.deliverTo(saved.ref()));
            }
            return saved;
        });
    }

    /** Removes it for good, with what waits for it. */
    public void delete(Actor actor, EndpointId id) {
        actor.require(Permission.WEBHOOKS_MANAGE);
        transactions.run(() -> {
            existing(actor, id);
            store.delete(actor.organization(), id);
        });
    }

    private Endpoint existing(Actor actor, EndpointId id) {
        return store.find(actor.organization(), id).orElseThrow(() -> new Refusal.NotFound("No such webhook"));
    }
}
