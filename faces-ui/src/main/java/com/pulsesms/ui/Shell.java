package com.pulsesms.ui;

import com.pulsesms.core.identity.User;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.organization.Organization;
import com.pulsesms.core.organization.Organizations;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What frames every page: who is signed in, their organizations, what they may do, and the way out. */
@Named
@RequestScoped
public class Shell {
    @Inject
    CurrentActor current;

    @Inject
    SignIn signIn;

    @Inject
    Organizations organizations;

    private static final List<Section> SECTIONS = List.of(
            new Section("home", "/app/home", "home", Permission.ORGANIZATION_READ),
            new Section("campaigns", "/app/campaigns", "megaphone", Permission.CAMPAIGNS_READ),
            new Section("messages", "/app/messages", "comments", Permission.MESSAGES_READ),
            new Section("contacts", "/app/contacts", "users", Permission.CONTACTS_READ),
            new Section("devices", "/app/devices", "mobile", Permission.DEVICES_READ),
            new Section("keys", "/app/keys", "key", Permission.API_KEYS_MANAGE),
            new Section("webhooks", "/app/webhooks", "bolt", Permission.WEBHOOKS_MANAGE),
            new Section("settings", "/app/settings", "cog", Permission.ORGANIZATION_WRITE));

    private @Nullable Actor actor;
    private @Nullable Organization organization;

    /**
     * A part of the dashboard.
     *
     * @param icon the name of a PrimeIcon
     * @param needed without which it has nothing to show
     */
    public record Section(String key, String view, String icon, Permission needed) {
        public String getKey() {
            return key;
        }

        public String getView() {
            return view;
        }

        public String getIcon() {
            return icon;
        }
    }

    /** Those that the person can use. */
    public List<Section> getSections() {
        return SECTIONS.stream().filter(section -> may(section.needed())).toList();
    }

    public boolean isSignedIn() {
        return current.user().isPresent();
    }

    public User getUser() {
        return current.user().orElseThrow();
    }

    public Actor getActor() {
        if (actor == null) {
            actor = current.actor();
        }
        return actor;
    }

    public Organization getOrganization() {
        if (organization == null) {
            organization = organizations.current(getActor());
        }
        return organization;
    }

    public List<Organizations.Mine> getOrganizations() {
        return organizations.mine(getUser().id());
    }

    /** Whether the person may do this; for what a page offers, since use cases refuse by themselves. */
    public boolean may(Permission permission) {
        return getActor().may(permission);
    }

    public String switchTo(OrganizationId chosen) {
        current.switchTo(chosen);
        return "/app/home?faces-redirect=true";
    }

    public void signOut() throws IOException {
        signIn.end();
        var external = FacesContext.getCurrentInstance().getExternalContext();
        external.redirect(external.getRequestContextPath() + "/");
    }
}
