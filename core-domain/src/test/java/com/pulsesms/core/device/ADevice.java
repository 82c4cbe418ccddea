package com.pulsesms.core.device;

import com.pulsesms.core.Storage;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Sample;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Devices for tests. */
public final class ADevice {
    private ADevice() {}

    /** With an installation and a token that no other has. */
    public static Device paired(OrganizationId organization) {
        return paired(organization, "installation-" + Sample.id());
    }

    public static Device paired(OrganizationId organization, String installation) {
        return new Device(
                new DeviceId(Sample.id()),
                organization,
                "Fairphone 5",
                installation,
                new Hardware("Fairphone", "5", "14", "1.0"),
                List.of(new Sim(0, 1, "Yettel", Optional.of("+381641111111")), new Sim(1, 2, "mts", Optional.empty())),
                Pace.DEFAULT,
                Sample.hash(),
                Sample.NOW,
                Optional.empty(),
                Optional.of(Sample.NOW),
                Vitals.UNKNOWN,
                0);
    }

    public static Device in(Storage storage, OrganizationId organization) {
        var made = paired(organization);
        storage.transactions().run(() -> storage.devices().insert(made));
        return made;
    }

    public static Vitals well() {
        return new Vitals(
                Optional.of(80), true, Optional.of("wifi"), true, Map.of("SEND_SMS", true, "CAMERA", false), 3, 1, 2);
    }
}
