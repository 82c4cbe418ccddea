package com.pulsesms.core.organization;

import com.pulsesms.core.Storage;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Region;
import com.pulsesms.core.kernel.Sample;
import java.time.ZoneId;
import java.util.Optional;

/** Organizations for tests. */
public final class AnOrganization {
    private AnOrganization() {}

    public static Organization named(String name) {
        return new Organization(
                new OrganizationId(Sample.id()),
                name,
                new Region("RS"),
                ZoneId.of("Europe/Belgrade"),
                Optional.empty(),
                Sample.NOW,
                0);
    }

    public static OrganizationId in(Storage storage) {
        var made = named("Acme");
        storage.transactions().run(() -> storage.organizations().insert(made));
        return made.id();
    }
}
