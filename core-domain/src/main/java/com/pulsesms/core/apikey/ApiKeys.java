package com.pulsesms.core.apikey;

import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.ApiKeyId;
import com.pulsesms.core.kernel.IdGenerator;
import com.pulsesms.core.kernel.Limit;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Secret;
import com.pulsesms.core.kernel.Transactions;
import com.pulsesms.core.organization.OrganizationStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Making, listing and revoking API keys, and knowing programs by them. */
public final class ApiKeys {
    /** What a key may do unless said otherwise: all that its maker may, but make keys. */
    public static final Set<Permission> DEFAULT_SCOPES =
            Set.copyOf(EnumSet.complementOf(EnumSet.of(Permission.API_KEYS_MANAGE)));

    private static final Duration USE_IS_TOLD_EVERY = Duration.ofMinutes(5);
    private static final String PREFIX = "pk_";
    private static final int SHOWN = PREFIX.length() + 8;

    private final ApiKeyStore store;
    private final Transactions transactions;
    private final IdGenerator ids;
    private final Clock clock;
    private final OrganizationStore organizations;
    private final OptionalLong most;

    /** @param most how many keys that are not revoked an organization may have */
    public ApiKeys(
            ApiKeyStore store,
            OrganizationStore organizations,
            OptionalLong most,
            Transactions transactions,
            IdGenerator ids,
            Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.most = most;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What makes a key.
     *
     * @param scopes what it may do; if empty, all that its maker may and a key can
     * @param expiresAt when it ends by itself; never if empty
     */
    public record Draft(String name, Optional<Set<Permission>> scopes, Optional<Instant> expiresAt) {}

    /** A new key with its secret, which is never to be had again. */
    public record Created(ApiKey key, Secret secret) {}

    /**
     * Makes a key that can do no more than its maker.
     *
     * @throws Refusal.Invalid if a scope is one that the actor does not have, or one that no key may have
     * @throws Refusal.LimitReached {@code plan_limit_reached}
     */
    public Created create(Actor actor, Draft draft) {
        actor.require(Permission.API_KEYS_MANAGE);
        var maker = actor.person();
        draft.scopes().ifPresent(scopes -> refuseMoreThan(actor, scopes));
        var now = clock.instant();
        if (draft.expiresAt().filter(end -> !end.isAfter(now)).isPresent()) {
            throw new Refusal.Invalid("expiresAt", "This time has passed already");
        }
        var secret = Secret.random(PREFIX);
        var key = new ApiKey(
                new ApiKeyId(ids.next()),
                actor.organization(),
                draft.name(),
                secret.text().substring(0, SHOWN),
                secret.hash(),
                draft.scopes().orElseGet(() -> allOf(actor)),
                maker,
                now,
                draft.expiresAt(),
                Optional.empty(),
                Optional.empty(),
                0);
        transactions.run(() -> {
            most.ifPresent(limit -> refuseOneMore(limit, key.organization()));
            store.insert(key);
        });
        return new Created(key, secret);
    }

    /** As {@link #create(Actor, Draft)}, of a key that does not expire. */
    public Created create(Actor actor, String name, Set<Permission> scopes) {
        return create(actor, new Draft(name, Optional.of(scopes), Optional.empty()));
    }

    private static void refuseMoreThan(Actor actor, Set<Permission> scopes) {
        for (var scope : scopes) {
            if (!actor.may(scope) || !DEFAULT_SCOPES.contains(scope)) {
                throw new Refusal.Invalid("scopes", "This key can't have the scope " + scope.scope());
            }
        }
    }

    private static Set<Permission> allOf(Actor actor) {
        return actor.permissions().stream().filter(DEFAULT_SCOPES::contains).collect(Collectors.toSet());
    }

    private void refuseOneMore(long limit, OrganizationId organization) {
        // Of several that are made at once, each counts those before it.
        organizations.lock(organization);
        Limit.refuseOneMore(limit, store.live(organization, clock.instant()), "API keys");
    }

    public Page<ApiKey> page(Actor actor, PageRequest request) {
        actor.require(Permission.API_KEYS_MANAGE);
        return transactions.call(() -> store.page(actor.organization(), request));
    }

    public ApiKey find(Actor actor, ApiKeyId id) {
        actor.require(Permission.API_KEYS_MANAGE);
        return transactions.call(() -> existing(actor.organization(), id));
    }

    /** Makes the key open nothing from now on; doing so again changes nothing. */
    public void revoke(Actor actor, ApiKeyId id) {
        actor.require(Permission.API_KEYS_MANAGE);
        transactions.run(() -> {
            var key = existing(actor.organization(), id);
            if (key.revokedAt().isEmpty()) {
                store.update(key.revoked(clock.instant()));
            }
        });
    }

    /**
     * Knows a program by the secret of its key, and remembers the use.
     *
     * @throws Refusal.Unauthenticated if there is no such key, or it is revoked or has expired
     */
    public ApiKey authenticate(Secret secret) {
        return transactions.call(() -> {
            var key = live(store.findByHash(secret.hash()));
            store.used(key.organization(), key.id(), clock.instant());
            return key;
        });
    }

    /**
     * The program behind a token that was given for a key.
     *
     * @throws Refusal.Unauthenticated if the key is gone, revoked or expired
     */
    public Actor actor(OrganizationId organization, ApiKeyId id) {
        var key = live(transactions.call(() -> store.find(organization, id)));
        var told = clock.instant().minus(USE_IS_TOLD_EVERY);
        if (key.lastUsedAt().filter(use -> use.isAfter(told)).isEmpty()) {
            transactions.run(() -> store.used(organization, id, clock.instant()));
        }
        return key.actor();
    }

    private ApiKey live(Optional<ApiKey> found) {
        var now = clock.instant();
        if (found.filter(key -> key.expired(now)).isPresent()) {
            throw new Refusal.Unauthenticated("api_key_expired", "The API key has expired: make another");
        }
        return found.filter(key -> key.live(now))
                .orElseThrow(() -> new Refusal.Unauthenticated(
                        "api_key_invalid", "The API key is not valid: it was mistyped, revoked or never existed"));
    }

    private ApiKey existing(OrganizationId organization, ApiKeyId id) {
        return store.find(organization, id).orElseThrow(() -> new Refusal.NotFound("No such API key"));
    }
}
