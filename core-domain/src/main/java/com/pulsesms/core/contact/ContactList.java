package com.pulsesms.core.contact;

import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Text;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A named set of contacts, each with another number; a campaign writes to one or more lists. It is made empty, filled by
 * hand or by import, and deleted with its contacts.
 *
 * @param attributes the names of all attributes that its contacts have, or had: what templates may ask for
 * @param revision counts the saves; saving from a stale one is refused
 */
public record ContactList(
        ContactListId id,
        OrganizationId organization,
        String name,
        SortedSet<String> attributes,
        Instant createdAt,
        int revision) {
    /** The most attributes that the contacts of one list have between them. */
    public static final int MAX_ATTRIBUTES = 100;

    public ContactList {
        name = Text.name("name", name);
        attributes = Collections.unmodifiableSortedSet(new TreeSet<>(attributes));
        if (attributes.size() > MAX_ATTRIBUTES) {
            throw new Refusal.Invalid("attributes", "A list has at most " + MAX_ATTRIBUTES + " attributes");
        }
    }

    public ContactList named(String newName) {
        return new ContactList(id, organization, newName, attributes, createdAt, revision);
    }

    /** This list, whose contacts have these attributes too. */
    public ContactList withAttributes(Set<String> more) {
        var all = new TreeSet<>(attributes);
        all.addAll(more);
        return new ContactList(id, organization, name, all, createdAt, revision);
    }
}
