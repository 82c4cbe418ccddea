package com.pulsesms.ui.organization;

import com.pulsesms.core.organization.Organizations;
import com.pulsesms.ui.Shell;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The organizations of a person, and making another, which then is the one they act in. */
@Named
@RequestScoped
public class OrganizationsPage {
    @Inject
    Organizations organizations;

    @Inject
    Shell shell;

    private @Nullable Settings settings;

    public String create() {
        var wish = getSettings();
        var made = organizations.create(shell.getUser().id(), wish.getName(), wish.region(), wish.zone());
        return shell.switchTo(made.id());
    }

    public Settings getSettings() {
        if (settings == null) {
            settings = Settings.beside(shell.getOrganization());
        }
        return settings;
    }
}
