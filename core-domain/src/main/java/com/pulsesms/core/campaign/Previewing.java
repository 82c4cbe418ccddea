package com.pulsesms.core.campaign;

import com.pulsesms.core.contact.Contact;
import com.pulsesms.core.contact.ContactStore;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.message.Segments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out what a text would be: whom it would reach by counting all, how long it would be by writing it to the first
 * recipients, of which there are enough to show what differs between them.
 */
final class Previewing {
    private static final int LOOKED_AT = 200;
    private static final int SAMPLES = 3;

    private final ContactStore contacts;

    Previewing(ContactStore contacts) {
        this.contacts = contacts;
    }

    Campaigns.Preview of(
            OrganizationId organization, Template template, List<ContactListId> lists, OptionalLong quotaLeft) {
        var reach = contacts.reach(organization, lists, template.variables());
        var first = first(organization, lists, LOOKED_AT);
        var texts = first.stream()
                .map(contact -> template.render(contact::value))
                .collect(Collectors.toCollection(ArrayList::new));
        var lookedAt = texts.size();
        if (texts.isEmpty()) {
            texts.add(template.render(variable -> Optional.empty()));
        }
        var sizes = texts.stream().mapToInt(text -> Segments.of(text).parts()).summaryStatistics();
        Set<String> beyond = new LinkedHashSet<>();
        texts.forEach(text -> beyond.addAll(Segments.beyondGsm(text)));
        return new Campaigns.Preview(
                reach.recipients(),
                reach.duplicates(),
                reach.optedOut(),
                reach.missing(),
                new Campaigns.Parts(lookedAt, sizes.getMin(), sizes.getMax(), sizes.getAverage()),
                List.copyOf(beyond),
                first.stream().limit(SAMPLES).map(c -> sample(template, c)).toList(),
                quotaLeft);
    }

    /** The first that would get it, each number once. */
    List<Contact> first(OrganizationId organization, List<ContactListId> lists, int limit) {
        var byNumber = new LinkedHashMap<PhoneNumber, Contact>();
        for (var list : lists) {
            if (byNumber.size() < limit) {
                contacts.firstRecipients(organization, list, limit)
                        .forEach(contact -> byNumber.putIfAbsent(contact.phone(), contact));
            }
        }
        return byNumber.values().stream().limit(limit).toList();
    }

    private static Campaigns.Sample sample(Template template, Contact contact) {
        var text = template.render(contact::value);
        var missing = template.variables().stream()
                .filter(variable -> contact.value(variable).isEmpty())
                .collect(Collectors.toSet());
        return new Campaigns.Sample(contact, text, Segments.of(text), missing);
    }
}
