package com.pulsesms.core.contact;

import com.pulsesms.core.kernel.ContactId;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.DrivenPort;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.PhoneNumber;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps contact lists and the contacts on them. No two contacts of one list have the same number. */
@DrivenPort
public interface ContactStore {
    void insert(ContactList list);

    /**
     * Saves over the revision that {@code list} was read at, and raises it by one.
     *
     * @throws com.pulsesms.core.kernel.Refusal.Conflict {@code stale} if another revision is stored, or none
     */
    void update(ContactList list);

    /** Deletes the list with its contacts; false if there is none. */
    boolean delete(OrganizationId organization, ContactListId list);

    Optional<ContactList> find(OrganizationId organization, ContactListId list);

    /** Finds the list, and makes others that lock it wait until this transaction ends. */
    Optional<ContactList> lock(OrganizationId organization, ContactListId list);

    /** Those of the lists that are there, in no order. */
    List<ContactList> find(OrganizationId organization, Set<ContactListId> lists);

    /** Newest first. */
    Page<CountedList> lists(OrganizationId organization, PageRequest request);

    long count(OrganizationId organization, ContactListId list);

    /** What the contacts of the lists have between them, as {@link ContactList#attributes()} says. */
    Set<String> attributeNames(OrganizationId organization, Set<ContactListId> lists);

    /**
     * To how many a campaign would write, counted in one go.
     *
     * @param lists in the order chosen
     * @param variables by their normalised names
     */
    Reach reach(OrganizationId organization, List<ContactListId> lists, Set<String> variables);

    /** The first of the list that are not opted out, in the order of ids. */
    List<Contact> firstRecipients(OrganizationId organization, ContactListId list, int limit);

    /** @throws com.pulsesms.core.kernel.Refusal.Conflict {@code contact_exists} if its list has the number */
    void insert(Contact contact);

    /**
     * Saves over what is stored under its id and list; nothing if that is gone.
     *
     * @throws com.pulsesms.core.kernel.Refusal.Conflict {@code contact_exists} if another contact of its list has the
     *     number
     */
    void update(Contact contact);

    /** Deletes the contact; false if there is none. */
    boolean delete(OrganizationId organization, ContactListId list, ContactId contact);

    Optional<Contact> contact(OrganizationId organization, ContactListId list, ContactId contact);

    Optional<Contact> contact(OrganizationId organization, ContactListId list, PhoneNumber phone);

    /**
     * In the order of ids, oldest first.
     *
     * @param search only those it {@linkplain ContactSearch#finds finds}; all if empty
     */
    Page<Contact> entries(
            OrganizationId organization, ContactListId list, Optional<ContactSearch> search, PageRequest request);

    /** All, as {@link #entries(OrganizationId, ContactListId, Optional, PageRequest)}. */
    default Page<Contact> entries(OrganizationId organization, ContactListId list, PageRequest request) {
        return entries(organization, list, Optional.empty(), request);
    }

    /** Those contacts of the list that have one of these numbers, up to a thousand of them. */
    Map<PhoneNumber, Contact> existing(OrganizationId organization, ContactListId list, Set<PhoneNumber> phones);

    /**
     * Inserts contacts of one list, up to a thousand with different numbers, but those whose number is on the list.
     *
     * @return what the list has with the numbers of those that were not inserted
     */
    Map<PhoneNumber, Contact> insertNew(OrganizationId organization, ContactListId list, Collection<Contact> contacts);

    /** Replaces the names, e-mail addresses and attributes of contacts, up to a thousand; those that are gone stay so. */
    void replace(OrganizationId organization, Collection<Contact> contacts);
}
