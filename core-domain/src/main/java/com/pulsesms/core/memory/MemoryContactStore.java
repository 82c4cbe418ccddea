package com.pulsesms.core.memory;

import com.pulsesms.core.contact.Contact;
import com.pulsesms.core.contact.ContactList;
import com.pulsesms.core.contact.ContactSearch;
import com.pulsesms.core.contact.ContactStore;
import com.pulsesms.core.contact.CountedList;
import com.pulsesms.core.contact.Reach;
import com.pulsesms.core.kernel.ContactId;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.kernel.Refusal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Contacts in a {@link MemoryDatabase}. */
public final class MemoryContactStore implements ContactStore {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final MemoryDatabase database;
    private final MemoryOptOutStore optOuts;
    private final Table<ContactListId, ContactList> lists;
    private final Table<Entry, Contact> entries;
    private final Table<Line, ContactId> lines;

    public MemoryContactStore(MemoryDatabase database, MemoryOptOutStore optOuts) {
        this.database = database;
        this.optOuts = optOuts;
        this.lists = database.tableById(ContactListId::value);
        this.entries = database.table(Comparator.comparing((Entry key) -> key.list.value(), MemoryDatabase::compare)
                .thenComparing(Entry::id, MemoryDatabase::compare));
        this.lines = database.table(Comparator.comparing((Line key) -> key.list.value(), MemoryDatabase::compare)
                .thenComparing(key -> key.phone.e164()));
    }

    private record Entry(ContactListId list, UUID id) {
        private static Entry of(Contact contact) {
            return new Entry(contact.list(), contact.id().value());
        }
    }

    private record Line(ContactListId list, PhoneNumber phone) {
        private static Line of(Contact contact) {
            return new Line(contact.list(), contact.phone());
        }
    }

    @Override
    public void insert(ContactList list) {
        lists.insert(list.id(), list);
    }

    @Override
    public void update(ContactList list) {
        database.atomically(() -> {
            var stored = find(list.organization(), list.id());
            if (stored.filter(same -> same.revision() == list.revision()).isEmpty()) {
                throw new Refusal.Conflict("stale", "The list was changed by somebody else meanwhile");
            }
            lists.put(
                    list.id(),
                    new ContactList(
                            list.id(),
                            list.organization(),
                            list.name(),
                            list.attributes(),
                            list.createdAt(),
                            list.revision() + 1));
        });
    }

    @Override
    public boolean delete(OrganizationId organization, ContactListId list) {
        return database.atomically(() -> {
            if (find(organization, list).isEmpty()) {
                return false;
            }
            contacts(list).toList().forEach(this::remove);
            return lists.remove(list).isPresent();
        });
    }

    @Override
    public Optional<ContactList> find(OrganizationId organization, ContactListId list) {
        return lists.find(list).filter(found -> found.organization().equals(organization));
    }

    @Override
    public Optional<ContactList> lock(OrganizationId organization, ContactListId list) {
        return find(organization, list);
    }

    @Override
    public List<ContactList> find(OrganizationId organization, Set<ContactListId> ids) {
        return database.atomically(() ->
                ids.stream().flatMap(id -> find(organization, id).stream()).toList());
    }

    @Override
    public Page<CountedList> lists(OrganizationId organization, PageRequest request) {
        return database.atomically(() -> {
            var newestFirst = lists.before(new ContactListId(request.after().orElse(AFTER_ALL)));
            var found = newestFirst
                    .filter(list -> list.organization().equals(organization))
                    .limit(request.limit() + 1L)
                    .map(list -> new CountedList(list, contacts(list.id()).count()))
                    .toList();
            return Page.of(found, request, counted -> counted.list().id().value());
        });
    }

    @Override
    public long count(OrganizationId organization, ContactListId list) {
        return database.atomically(() -> contacts(organization, list).count());
    }

    @Override
    public Set<String> attributeNames(OrganizationId organization, Set<ContactListId> ids) {
        var names = new TreeSet<String>();
        find(organization, ids).forEach(list -> names.addAll(list.attributes()));
        return names;
    }

    @Override
    public List<Contact> firstRecipients(OrganizationId organization, ContactListId list, int limit) {
        return database.atomically(() -> contacts(organization, list)
                .filter(contact -> !optOuts.has(organization, contact.phone()))
                .limit(limit)
                .toList());
    }

    @Override
    public Reach reach(OrganizationId organization, List<ContactListId> ids, Set<String> variables) {
        return database.atomically(() -> {
            var all = ids.stream()
                    .distinct()
                    .flatMap(list -> contacts(organization, list))
                    .toList();
            var byNumber = new LinkedHashMap<PhoneNumber, Contact>();
            all.forEach(contact -> byNumber.putIfAbsent(contact.phone(), contact));
            var wanted = byNumber.values().stream()
                    .filter(contact -> !optOuts.has(organization, contact.phone()))
                    .toList();
            var missing = new TreeMap<String, Long>();
            for (var variable : variables) {
                missing.put(
                        variable,
                        wanted.stream()
                                .filter(contact -> contact.value(variable).isEmpty())
                                .count());
            }
            var numbers = byNumber.size();
            return new Reach(wanted.size(), all.size() - numbers, numbers - wanted.size(), missing);
        });
    }

    @Override
    public void insert(Contact contact) {
        database.atomically(() -> {
            requireList(contact);
            requireFree(contact);
            put(contact);
        });
    }

    @Override
    public void update(Contact contact) {
        database.atomically(() -> {
            var stored = contact(contact.organization(), contact.list(), contact.id());
            if (stored.isPresent()) {
                requireFree(contact);
                remove(stored.get());
                put(contact);
            }
        });
    }

    @Override
    public boolean delete(OrganizationId organization, ContactListId list, ContactId id) {
        return database.atomically(() -> {
            var stored = contact(organization, list, id);
            stored.ifPresent(this::remove);
            return stored.isPresent();
        });
    }

    @Override
    public Optional<Contact> contact(OrganizationId organization, ContactListId list, ContactId id) {
        return entries.find(new Entry(list, id.value()))
                .filter(contact -> contact.organization().equals(organization));
    }

    @Override
    public Optional<Contact> contact(OrganizationId organization, ContactListId list, PhoneNumber phone) {
        return database.atomically(
                () -> lines.find(new Line(list, phone)).flatMap(id -> contact(organization, list, id)));
    }

    @Override
    public Page<Contact> entries(
            OrganizationId organization, ContactListId list, Optional<ContactSearch> search, PageRequest request) {
        return database.atomically(() -> {
            var found = after(list, request.after().orElse(BEFORE_ALL))
                    .filter(contact -> contact.organization().equals(organization))
                    .filter(contact -> search.isEmpty() || search.get().finds(contact))
                    .limit(request.limit() + 1L)
                    .toList();
            return Page.of(found, request, contact -> contact.id().value());
        });
    }

    @Override
    public Map<PhoneNumber, Contact> existing(
            OrganizationId organization, ContactListId list, Set<PhoneNumber> phones) {
        return database.atomically(() -> {
            var found = new HashMap<PhoneNumber, Contact>();
            phones.forEach(phone -> contact(organization, list, phone).ifPresent(contact -> found.put(phone, contact)));
            return found;
        });
    }

    @Override
    public Map<PhoneNumber, Contact> insertNew(
            OrganizationId organization, ContactListId list, Collection<Contact> contacts) {
        return database.atomically(() -> {
            var known = existing(
                    organization, list, contacts.stream().map(Contact::phone).collect(Collectors.toSet()));
            contacts.stream()
                    .filter(contact -> !known.containsKey(contact.phone()))
                    .forEach(contact -> {
                        requireList(contact);
                        put(contact);
                    });
            return known;
        });
    }

    @Override
    public void replace(OrganizationId organization, Collection<Contact> contacts) {
        database.atomically(() -> contacts.forEach(contact -> contact(organization, contact.list(), contact.id())
                .map(old -> old.named(contact.name()).reachedBy(contact.email()).withOnly(contact.attributes()))
                .ifPresent(this::put)));
    }

    private Stream<Contact> contacts(OrganizationId organization, ContactListId list) {
        return find(organization, list).isPresent() ? contacts(list) : Stream.empty();
    }

    private Stream<Contact> contacts(ContactListId list) {
        return after(list, BEFORE_ALL);
    }

    private Stream<Contact> after(ContactListId list, UUID id) {
        return entries.after(new Entry(list, id))
                .takeWhile(contact -> contact.list().equals(list));
    }

    private void put(Contact contact) {
        entries.put(Entry.of(contact), contact);
        lines.put(Line.of(contact), contact.id());
    }

    private void remove(Contact contact) {
        entries.remove(Entry.of(contact));
        lines.remove(Line.of(contact));
    }

    private void requireList(Contact contact) {
        if (find(contact.organization(), contact.list()).isEmpty()) {
            throw new IllegalStateException("There is no list " + contact.list());
        }
    }

    private void requireFree(Contact contact) {
        if (lines.find(Line.of(contact)).filter(id -> !id.equals(contact.id())).isPresent()) {
            throw new Refusal.Conflict("contact_exists", "The list has a contact with this number already");
        }
    }
}
