package com.pulsesms.ui;

import com.pulsesms.core.campaign.Campaigns;
import com.pulsesms.core.contact.Contacts;
import com.pulsesms.core.device.Device;
import com.pulsesms.core.device.Devices;
import com.pulsesms.core.kernel.PageRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the work stands: what is still to be set up, the phones, and the latest campaigns. */
@Named
@RequestScoped
public class HomePage {
    private static final int LATEST = 5;

    @Inject
    Clock clock;

    @Inject
    Shell shell;

    @Inject
    Devices devices;

    @Inject
    Contacts contacts;

    @Inject
    Campaigns campaigns;

    private @Nullable List<Device> phones;
    private @Nullable List<Campaigns.Progress> latest;
    private @Nullable Boolean anyContacts;

    public List<Device> getPhones() {
        if (phones == null) {
            phones = devices.page(shell.getActor(), PageRequest.first(PageRequest.MAX_LIMIT))
                    .items();
        }
        return phones;
    }

    public long getConnected() {
        return getPhones().stream().filter(d -> d.connected(clock.instant())).count();
    }

    public List<Campaigns.Progress> getLatest() {
        if (latest == null) {
            latest = campaigns.page(shell.getActor(), PageRequest.first(LATEST)).items();
        }
        return latest;
    }

    public boolean isAnyContacts() {
        if (anyContacts == null) {
            anyContacts = contacts.lists(shell.getActor(), PageRequest.first()).items().stream()
                    .anyMatch(list -> list.contacts() > 0);
        }
        return anyContacts;
    }

    /** Whether the three steps to the first campaign are all behind. */
    public boolean isSettled() {
        return !getPhones().isEmpty() && isAnyContacts() && !getLatest().isEmpty();
    }
}
