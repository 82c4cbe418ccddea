package com.pulsesms.core.campaign;

import com.pulsesms.core.Storage;
import com.pulsesms.core.contact.Contact;
import com.pulsesms.core.contact.ContactList;
import com.pulsesms.core.kernel.ContactId;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.kernel.Sample;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Lists of contacts for tests of campaigns. */
public final class Audience {
    private Audience() {}

    /** A list of contacts with the numbers from 0 on. */
    public static ContactListId of(Storage storage, OrganizationId organization, int contacts) {
        return with(
                storage,
                organization,
                IntStream.range(0, contacts).mapToObj(Sample::number).toList());
    }

    /** A list of contacts with these numbers, in this order. */
    public static ContactListId with(Storage storage, OrganizationId organization, List<PhoneNumber> numbers) {
        var list = new ContactList(
                new ContactListId(Sample.id()), organization, "Customers", new TreeSet<>(), Sample.NOW, 0);
        storage.transactions().run(() -> {
            storage.contacts().insert(list);
            numbers.forEach(number -> storage.contacts().insert(contact(organization, list.id(), number)));
        });
        return list.id();
    }

    public static Contact contact(OrganizationId organization, ContactListId list, PhoneNumber number) {
        return new Contact(
                new ContactId(Sample.id()),
                organization,
                list,
                number,
                Optional.of("Ana " + number.e164().substring(9)),
                Optional.empty(),
                new TreeMap<>(),
                Sample.NOW);
    }
}
