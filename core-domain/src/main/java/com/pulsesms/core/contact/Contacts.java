package com.pulsesms.core.contact;

import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.ContactId;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.EmailAddress;
import com.pulsesms.core.kernel.FieldError;
import com.pulsesms.core.kernel.IdGenerator;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Region;
import com.pulsesms.core.kernel.Transactions;
import com.pulsesms.core.organization.Organization;
import com.pulsesms.core.organization.OrganizationStore;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Keeping lists of contacts by hand, and exporting them. */
public final class Contacts {
    /** How many contacts may be added at once. */
    public static final int MOST_AT_ONCE = 1000;

    private final ContactStore store;
    private final OrganizationStore organizations;
    private final Transactions transactions;
    private final IdGenerator ids;
    private final Clock clock;

    public Contacts(
            ContactStore store,
            OrganizationStore organizations,
            Transactions transactions,
            IdGenerator ids,
            Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A contact as people type it.
     *
     * @param phone international, or national in the organization's region
     * @param attributes by names that are normalised
     */
    public record Draft(String phone, Optional<String> name, Optional<String> email, Map<String, String> attributes) {
        public static Draft of(String phone, String name) {
            return new Draft(phone, Optional.of(name), Optional.empty(), Map.of());
        }
    }

    /**
     * What to change of a contact; what is empty stays.
     *
     * @param name a blank one takes the name away
     * @param email a blank one takes the address away
     * @param attributes those to set; a blank value takes one away, and those not named stay
     */
    public record Change(
            Optional<String> phone, Optional<String> name, Optional<String> email, Map<String, String> attributes) {}

    public ContactList createList(Actor actor, String name) {
        actor.require(Permission.CONTACTS_WRITE);
        var list = new ContactList(
                new ContactListId(ids.next()), actor.organization(), name, new TreeSet<>(), clock.instant(), 0);
        transactions.run(() -> store.insert(list));
        return list;
    }

    /** Newest first. */
    public Page<CountedList> lists(Actor actor, PageRequest request) {
        actor.require(Permission.CONTACTS_READ);
        return transactions.call(() -> store.lists(actor.organization(), request));
    }

    public CountedList list(Actor actor, ContactListId id) {
        actor.require(Permission.CONTACTS_READ);
        return transactions.call(
                () -> new CountedList(existing(actor.organization(), id), store.count(actor.organization(), id)));
    }

    public ContactList renameList(Actor actor, ContactListId id, String name) {
        actor.require(Permission.CONTACTS_WRITE);
        return transactions.call(() -> {
            store.update(locked(actor.organization(), id).named(name));
            return existing(actor.organization(), id);
        });
    }

    /** Deletes the list with its contacts. */
    public void deleteList(Actor actor, ContactListId id) {
        actor.require(Permission.CONTACTS_WRITE);
        transactions.run(() -> {
            if (!store.delete(actor.organization(), id)) {
                throw noSuchList();
            }
        });
    }

    /**
     * @throws Refusal.Invalid naming each field that isn't right
     * @throws Refusal.Conflict {@code contact_exists} if the list has the number
     */
    public Contact add(Actor actor, ContactListId id, Draft draft) {
        actor.require(Permission.CONTACTS_WRITE);
        return transactions.call(() -> {
            var list = locked(actor.organization(), id);
            var errors = new ArrayList<FieldError>();
            var contact = contact(list, draft, region(actor), errors).orElseThrow(() -> new Refusal.Invalid(errors));
            store.insert(contact);
            remember(list, contact.attributes().keySet());
            return contact;
        });
    }

    /**
     * Adds several contacts, or none if one of them is not valid.
     *
     * @param drafts 1 to {@value #MOST_AT_ONCE}
     * @throws Refusal.Invalid naming each field that isn't right, such as {@code contacts[3].phone}; also of those whose
     *     number the list has, or another of them
     */
    public List<Contact> addAll(Actor actor, ContactListId id, List<Draft> drafts) {
        actor.require(Permission.CONTACTS_WRITE);
        if (drafts.isEmpty() || drafts.size() > MOST_AT_ONCE) {
            throw new Refusal.Invalid("contacts", "Give 1 to " + MOST_AT_ONCE + " contacts");
        }
        return transactions.call(() -> {
            var list = locked(actor.organization(), id);
            var added = all(list, drafts, region(actor));
            refuse(added, store.insertNew(actor.organization(), id, added).keySet());
            var attributes = new TreeSet<String>();
            added.forEach(contact -> attributes.addAll(contact.attributes().keySet()));
            remember(list, attributes);
            return added;
        });
    }

    private List<Contact> all(ContactList list, List<Draft> drafts, Region region) {
        var contacts = new ArrayList<Contact>();
        var errors = new ArrayList<FieldError>();
        var seen = new HashSet<PhoneNumber>();
        for (var n = 0; n < drafts.size(); n++) {
            var place = "contacts[" + n + "].";
            var own = new ArrayList<FieldError>();
            var contact = contact(list, drafts.get(n), region, own);
            if (contact.isPresent() && !seen.add(contact.get().phone())) {
                own.add(new FieldError("phone", "It is there twice"));
            }
            own.forEach(error -> errors.add(new FieldError(place + error.field(), error.message())));
            contact.ifPresent(contacts::add);
        }
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors);
        }
        return contacts;
    }

    private static void refuse(List<Contact> contacts, Set<PhoneNumber> known) {
        var errors = IntStream.range(0, contacts.size())
                .filter(n -> known.contains(contacts.get(n).phone()))
                .mapToObj(n -> new FieldError("contacts[" + n + "].phone", "The list has this number"))
                .toList();
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors);
        }
    }

    private Optional<Contact> contact(ContactList list, Draft draft, Region region, List<FieldError> errors) {
        var phone = read(errors, () -> PhoneNumber.parse(draft.phone(), region));
        var email = email(errors, draft.email());
        if (phone.isEmpty() || !errors.isEmpty()) {
            return Optional.empty();
        }
        return read(
                errors,
                () -> new Contact(
                                new ContactId(ids.next()),
                                list.organization(),
                                list.id(),
                                phone.get(),
                                draft.name(),
                                email,
                                new TreeMap<>(),
                                clock.instant())
                        .with(draft.attributes()));
    }

    /**
     * @throws Refusal.Invalid naming each field that isn't right
     * @throws Refusal.Conflict {@code contact_exists} if the new number is another contact's
     */
    public Contact update(Actor actor, ContactListId id, ContactId contact, Change change) {
        actor.require(Permission.CONTACTS_WRITE);
        return transactions.call(() -> {
            var list = locked(actor.organization(), id);
            var changed = changed(existing(actor.organization(), id, contact), change, region(actor));
            store.update(changed);
            remember(list, changed.attributes().keySet());
            return changed;
        });
    }

    private static Contact changed(Contact contact, Change change, Region region) {
        var errors = new ArrayList<FieldError>();
        var phone = change.phone().flatMap(typed -> read(errors, () -> PhoneNumber.parse(typed, region)));
        var email = email(errors, change.email());
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors);
        }
        var changed = phone.map(contact::at).orElse(contact).with(change.attributes());
        changed = change.name().isPresent() ? changed.named(change.name()) : changed;
        return change.email().isPresent() ? changed.reachedBy(email) : changed;
    }

    public void remove(Actor actor, ContactListId id, ContactId contact) {
        actor.require(Permission.CONTACTS_WRITE);
        transactions.run(() -> {
            if (!store.delete(actor.organization(), id, contact)) {
                throw noSuchContact();
            }
        });
    }

    public Contact entry(Actor actor, ContactListId id, ContactId contact) {
        actor.require(Permission.CONTACTS_READ);
        return transactions.call(() -> existing(actor.organization(), id, contact));
    }

    /** The contacts of the list, oldest first. */
    public Page<Contact> entries(Actor actor, ContactListId id, PageRequest request) {
        return entries(actor, id, Optional.empty(), request);
    }

    /** Those contacts of the list that a search finds, oldest first. */
    public Page<Contact> entries(Actor actor, ContactListId id, Optional<ContactSearch> search, PageRequest request) {
        actor.require(Permission.CONTACTS_READ);
        return transactions.call(() -> {
            existing(actor.organization(), id);
            return store.entries(actor.organization(), id, search, request);
        });
    }

    /**
     * Writes the list as CSV that spreadsheets open and {@link ContactImport} reads back: UTF-8 with a byte order mark,
     * and no cell that a spreadsheet would take for a formula. It is written page by page and not closed; contacts that
     * change meanwhile are written as they are when their page comes.
     */
    public void export(Actor actor, ContactListId id, OutputStream out) {
        actor.require(Permission.CONTACTS_READ);
        SortedSet<String> attributes =
                transactions.call(() -> existing(actor.organization(), id)).attributes();
        var csv = new ContactExport(out, attributes);
        var request = Optional.of(PageRequest.first(PageRequest.MAX_LIMIT));
        while (request.isPresent()) {
            var current = request.get();
            var page = transactions.call(() -> store.entries(actor.organization(), id, Optional.empty(), current));
            csv.write(page.items());
            request = page.next().map(current::after);
        }
        csv.finish();
    }

    private void remember(ContactList list, Set<String> attributes) {
        if (!list.attributes().containsAll(attributes)) {
            store.update(list.withAttributes(attributes));
        }
    }

    private static Optional<EmailAddress> email(List<FieldError> errors, Optional<String> typed) {
        return typed.filter(text -> !text.isBlank()).flatMap(text -> read(errors, () -> EmailAddress.parse(text)));
    }

    private static <T> Optional<T> read(List<FieldError> errors, Supplier<T> parse) {
        try {
            return Optional.of(parse.get());
        } catch (Refusal.Invalid refusal) {
            errors.addAll(refusal.errors());
            return Optional.empty();
        }
    }

    private Region region(Actor actor) {
        return organizations
                .find(actor.organization())
                .map(Organization::region)
                .orElseThrow(() -> new Refusal.NotFound("No such organization"));
    }

    private ContactList existing(OrganizationId organization, ContactListId id) {
        return store.find(organization, id).orElseThrow(Contacts::noSuchList);
    }

    private ContactList locked(OrganizationId organization, ContactListId id) {
        return store.lock(organization, id).orElseThrow(Contacts::noSuchList);
    }

    private Contact existing(OrganizationId organization, ContactListId list, ContactId id) {
        return store.contact(organization, list, id).orElseThrow(Contacts::noSuchContact);
    }

    static Refusal noSuchList() {
        return new Refusal.NotFound("No such contact list");
    }

    private static Refusal noSuchContact() {
        return new Refusal.NotFound("No such contact");
    }
}
