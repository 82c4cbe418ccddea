package com.pulsesms.core.contact;

import com.pulsesms.core.Storage;
import com.pulsesms.core.kernel.OptOutId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.kernel.Sample;
import java.util.List;
import java.util.Optional;

/** Opt-outs for tests. */
public final class AnOptOut {
    private AnOptOut() {}

    public static OptOut of(OrganizationId organization, PhoneNumber phone) {
        return new OptOut(new OptOutId(Sample.id()), organization, phone, Optional.of("Replied STOP"), Sample.NOW);
    }

    public static OptOut in(Storage storage, OrganizationId organization, PhoneNumber phone) {
        var made = of(organization, phone);
        storage.transactions().run(() -> storage.optOuts().add(organization, List.of(made)));
        return made;
    }
}
