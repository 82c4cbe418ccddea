package com.pulsesms.core.identity;

import com.pulsesms.core.Storage;
import com.pulsesms.core.kernel.EmailAddress;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.kernel.UserId;

/** People for tests. */
public final class APerson {
    private APerson() {}

    /** With an address that nobody else has. */
    public static User somebody() {
        return at(Sample.id() + "@example.com");
    }

    public static User at(String email) {
        return new User(new UserId(Sample.id()), new EmailAddress(email), "Ana", "1:c2FsdA==:aGFzaA==", Sample.NOW, 0);
    }

    public static UserId in(Storage storage) {
        var made = somebody();
        storage.transactions().run(() -> storage.users().insert(made));
        return made.id();
    }
}
