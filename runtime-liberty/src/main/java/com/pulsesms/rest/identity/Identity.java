package com.pulsesms.rest.identity;

import com.pulsesms.core.apikey.ApiKeys;
import com.pulsesms.core.identity.Accounts;
import com.pulsesms.core.identity.User;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.SessionId;
import com.pulsesms.core.kernel.UserId;
import com.pulsesms.core.organization.Organizations;
import com.pulsesms.rest.identity.Credential.ByKey;
import com.pulsesms.rest.identity.Credential.BySession;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who makes the current request, and in which organization they act. The container has verified the token; whether its
 * session or API key was revoked since, and what its owner may do, is looked up once per request and never remembered
 * beyond it.
 */
@RequestScoped
public class Identity {
    /** By which a caller chooses one of their organizations. */
    public static final String HEADER = "X-Organization-Id";

    @Inject
    private HttpServletRequest request;

    @Inject
    private Accounts accounts;

    @Inject
    private Organizations organizations;

    @Inject
    private ApiKeys apiKeys;

    private @Nullable User person;
    private @Nullable Actor actor;

    /** The session by which a person is known; empty for programs and strangers. */
    public Optional<SessionId> session() {
        return credential().filter(BySession.class::isInstance).map(known -> ((BySession) known).session());
    }

    /** The signed-in person; empty for programs and strangers, and when the session has ended. */
    public Optional<User> user() {
        try {
            return session().map(this::signedIn);
        } catch (Refusal.Unauthenticated e) {
            return Optional.empty();
        }
    }

    /**
     * The caller in the organization that the request names, or else in the one that the browser remembers, or else in
     * their first one. An API key reaches its own organization only.
     *
     * @throws Refusal.Unauthenticated if the caller is not known, or not any more
     * @throws Refusal.NotFound if the named organization is not theirs
     */
    public Actor actor() {
        if (actor == null) {
            actor = named().map(this::actorIn).orElseGet(this::actorByDefault);
        }
        return actor;
    }

    /** As {@link #actor()}, in this organization whatever the request says. */
    public Actor actorIn(OrganizationId organization) {
        var credential = known();
        if (credential instanceof BySession by) {
            return organizations.actor(signedIn(by.session()).id(), organization);
        }
        var program = program((ByKey) credential);
        if (!program.organization().equals(organization)) {
            throw new Refusal.NotFound("No such organization");
        }
        return program;
    }

    /**
     * The {@link #actor()} for when the request is over: whether its session or key still stands is looked up each time.
     *
     * @return what refuses as {@link #actor()} does
     */
    public Supplier<Actor> lasting() {
        var organization = actor().organization();
        var credential = known();
        var people = accounts;
        var members = organizations;
        var programs = apiKeys;
        return () -> credential instanceof BySession by
                ? members.actor(people.signedIn(by.session()).id(), organization)
                : programs.actor(organization, ((ByKey) credential).key());
    }

    /**
     * @throws Refusal.Unauthenticated if the caller is not known, or not any more
     * @throws Refusal.Forbidden if it is an API key
     */
    public UserId person() {
        return session().map(this::signedIn).map(User::id).orElseGet(() -> actor().person());
    }

    private Actor actorByDefault() {
        var credential = known();
        return credential instanceof BySession by
                ? actorByDefault(signedIn(by.session()).id())
                : program((ByKey) credential);
    }

    private Actor actorByDefault(UserId user) {
        return OrganizationCookie.read(request)
                .flatMap(organization -> belongsTo(user, organization))
                .orElseGet(() -> first(user));
    }

    /** A cookie that somebody else left in this browser, or from before, is no reason to refuse. */
    private Optional<Actor> belongsTo(UserId user, OrganizationId organization) {
        try {
            return Optional.of(organizations.actor(user, organization));
        } catch (Refusal.NotFound e) {
            return Optional.empty();
        }
    }

    private Actor first(UserId user) {
        return organizations.mine(user).stream()
                .findFirst()
                .map(mine -> organizations.actor(user, mine.organization().id()))
                .orElseThrow(() -> new Refusal.NotFound("You belong to no organization"));
    }

    private Optional<OrganizationId> named() {
        return Optional.ofNullable(request.getHeader(HEADER)).map(OrganizationId::parse);
    }

    private User signedIn(SessionId session) {
        if (person == null) {
            person = accounts.signedIn(session);
        }
        return person;
    }

    private Actor program(ByKey by) {
        return apiKeys.actor(by.organization(), by.key());
    }

    private Credential known() {
        return credential()
                .orElseThrow(() -> new Refusal.Unauthenticated(
                        "unauthenticated", "Send a token: Authorization: Bearer …, from POST /api/auth/token"));
    }

    private Optional<Credential> credential() {
        return Credential.of(request.getUserPrincipal());
    }
}
