package com.pulsesms.core.contact;

import com.pulsesms.core.kernel.ContactId;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.EmailAddress;
import com.pulsesms.core.kernel.IdGenerator;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.kernel.TimeOrderedIds;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lists and contacts that are valid as they are. */
public final class ContactFixtures {
    /** To the millisecond, which every database keeps. */
    public static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123Z");

    private static final IdGenerator IDS = new TimeOrderedIds(Clock.systemUTC());

    private ContactFixtures() {}

    public static ContactList list(OrganizationId organization) {
        return new ContactList(new ContactListId(IDS.next()), organization, "Customers", new TreeSet<>(), NOW, 0);
    }

    /** The n-th of many numbers. */
    public static PhoneNumber phone(int n) {
        return new PhoneNumber("+38164" + (1_000_000 + n));
    }

    public static Contact contact(ContactList list, int n) {
        return new Contact(
                new ContactId(IDS.next()),
                list.organization(),
                list.id(),
                phone(n),
                Optional.of("Ana " + n),
                Optional.of(new EmailAddress("ana" + n + "@example.com")),
                new TreeMap<>(Map.of("city", "Niš")),
                NOW);
    }
}
