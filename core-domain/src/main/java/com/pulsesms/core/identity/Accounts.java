package com.pulsesms.core.identity;

import com.pulsesms.core.apikey.ApiKeys;
import com.pulsesms.core.kernel.EmailAddress;
import com.pulsesms.core.kernel.IdGenerator;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Region;
import com.pulsesms.core.kernel.SessionId;
import com.pulsesms.core.kernel.Transactions;
import com.pulsesms.core.kernel.UserId;
import com.pulsesms.core.organization.Organization;
import com.pulsesms.core.organization.Organizations;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** Signing up, in and out. */
public final class Accounts {
    /** How long a sign-in lasts. */
    public static final Duration SESSION_LIFE = Duration.ofDays(14);

    private final UserStore users;
    private final SessionStore sessions;
    private final Organizations organizations;
    private final ApiKeys apiKeys;
    private final PasswordHasher hasher;
    private final Transactions transactions;
    private final IdGenerator ids;
    private final Clock clock;
    private final String hashOfNobody;

    public Accounts(
            UserStore users,
            SessionStore sessions,
            Organizations organizations,
            ApiKeys apiKeys,
            PasswordHasher hasher,
            Transactions transactions,
            IdGenerator ids,
            Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.organizations = organizations;
        this.apiKeys = apiKeys;
        this.hasher = hasher;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.hashOfNobody = hasher.hash(ids.next().toString());
    }

    /** What a person tells when signing up; {@code region} and {@code zone} go to the default organization. */
    public record NewAccount(String email, String password, String name, Region region, ZoneId zone) {}

    /** A new person with their default organization and its first API key, whose secret is never to be had again. */
    public record SignedUp(User user, Organization organization, ApiKeys.Created apiKey) {}

    /**
     * Makes the person, the default organization and its first API key: all of them, or none.
     *
     * @throws Refusal.Invalid if a field is not valid
     * @throws Refusal.Conflict {@code email_taken}
     */
    public SignedUp signUp(NewAccount account) {
        var email = EmailAddress.parse(account.email());
        Password.check(account.password(), email);
        var user = new User(
                new UserId(ids.next()), email, account.name(), hasher.hash(account.password()), clock.instant(), 0);
        return transactions.call(() -> {
            users.insert(user);
            var organization = organizations.create(user.id(), user.name(), account.region(), account.zone());
            var owner = organizations.actor(user.id(), organization.id());
            return new SignedUp(user, organization, apiKeys.create(owner, "Default", ApiKeys.DEFAULT_SCOPES));
        });
    }

    /**
     * Checks the password and begins a session.
     *
     * @throws Refusal.Unauthenticated {@code sign_in_failed}, the same whether the address or the password is wrong
     */
    public Session signIn(String email, String password) {
        var user = known(email);
        // An unknown address costs the same work, so that the time tells nothing.
        var right = hasher.matches(password, user.map(User::passwordHash).orElse(hashOfNobody));
        var person = user.filter(u -> right)
                .orElseThrow(() -> new Refusal.Unauthenticated(
                        "sign_in_failed", "The e-mail address or the password is not right"));
        var now = clock.instant();
        var session =
                new Session(new SessionId(ids.next()), person.id(), now, now.plus(SESSION_LIFE), Optional.empty());
        transactions.run(() -> sessions.insert(session));
        return session;
    }

    private Optional<User> known(String email) {
        try {
            var address = EmailAddress.parse(email);
            return transactions.call(() -> users.findByEmail(address));
        } catch (Refusal.Invalid e) {
            return Optional.empty();
        }
    }

    /**
     * The person behind a session.
     *
     * @throws Refusal.Unauthenticated if it is gone, expired or revoked
     */
    public User signedIn(SessionId id) {
        return transactions.call(() -> sessions.find(id)
                .filter(s -> s.live(clock.instant()))
                .flatMap(s -> users.find(s.user()))
                .orElseThrow(() -> new Refusal.Unauthenticated("session_ended", "Please sign in again")));
    }

    /** Ends the session on every node; ending it again changes nothing. */
    public void signOut(SessionId id) {
        transactions.run(() -> sessions.revoke(id, clock.instant()));
    }
}
