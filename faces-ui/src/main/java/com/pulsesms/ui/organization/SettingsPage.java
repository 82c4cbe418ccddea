package com.pulsesms.ui.organization;

import com.pulsesms.core.organization.Organizations;
import com.pulsesms.ui.Notices;
import com.pulsesms.ui.Shell;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The settings of the organization that the person acts in. */
@Named
@RequestScoped
public class SettingsPage {
    @Inject
    Organizations organizations;

    @Inject
    Shell shell;

    @Inject
    Notices notices;

    private @Nullable Settings settings;

    public String save() {
        var wish = getSettings();
        organizations.change(
                shell.getActor(),
                Organizations.Change.NONE
                        .named(wish.getName())
                        .in(wish.region())
                        .at(wish.zone())
                        .quietDuring(wish.quietHours()));
        notices.tellNext("settings.saved");
        return "/app/settings?faces-redirect=true";
    }

    public Settings getSettings() {
        if (settings == null) {
            settings = Settings.of(shell.getOrganization());
        }
        return settings;
    }
}
