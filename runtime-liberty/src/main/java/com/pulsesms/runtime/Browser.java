package com.pulsesms.runtime;

import com.pulsesms.core.identity.Accounts;
import com.pulsesms.core.identity.Session;
import com.pulsesms.core.identity.User;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.rest.PublicAddress;
import com.pulsesms.rest.identity.Identity;
import com.pulsesms.rest.identity.OrganizationCookie;
import com.pulsesms.rest.identity.SessionCookie;
import com.pulsesms.rest.identity.Tokens;
import com.pulsesms.ui.CurrentActor;
import com.pulsesms.ui.SignIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The browser that shows the dashboard's pages: known as programs are, but by cookies. */
@RequestScoped
class Browser implements CurrentActor, SignIn {
    @Inject
    private Identity identity;

    @Inject
    private Accounts accounts;

    @Inject
    private Tokens tokens;

    @Inject
    private PublicAddress address;

    @Inject
    private Clock clock;

    @Override
    public Optional<User> user() {
        return identity.user();
    }

    @Override
    public Actor actor() {
        return identity.actor();
    }

    @Override
    public void switchTo(OrganizationId organization) {
        identity.actorIn(organization);
        keep(OrganizationCookie.of(organization, address.secure()));
    }

    @Override
    public void begin(Session session) {
        var life = Duration.between(clock.instant(), session.expiresAt());
        keep(SessionCookie.of(tokens.issue(session), life, address.secure()));
    }

    @Override
    public void end() {
        identity.session().ifPresent(accounts::signOut);
        keep(SessionCookie.none(address.secure()));
    }

    private static void keep(Cookie cookie) {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        ((HttpServletResponse) external.getResponse()).addCookie(cookie);
    }
}
