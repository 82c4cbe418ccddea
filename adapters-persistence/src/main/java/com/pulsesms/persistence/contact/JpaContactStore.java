package com.pulsesms.persistence.contact;

import com.pulsesms.core.contact.Contact;
import com.pulsesms.core.contact.ContactList;
import com.pulsesms.core.contact.ContactSearch;
import com.pulsesms.core.contact.ContactStore;
import com.pulsesms.core.contact.CountedList;
import com.pulsesms.core.contact.Reach;
import com.pulsesms.core.kernel.ContactId;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.EmailAddress;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.persistence.JpaTransactions;
import com.pulsesms.persistence.Json;
import com.pulsesms.persistence.Pages;
import com.pulsesms.persistence.Stale;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Contact lists and contacts in the database. */
public final class JpaContactStore implements ContactStore {
    private static final String INSERT = "insert into contact"
            + " (id, organization_id, list_id, phone, name, email, attributes, created_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

    private static final String INSERT_ALL = "insert into contact"
            + " (id, organization_id, list_id, phone, name, email, attributes, created_at)"
            + " select c.id, cast(? as uuid), cast(? as uuid), c.phone, c.name, c.email, c.attributes,"
            + " cast(c.created_at as timestamp with time zone)"
            + " from unnest(?, ?, ?, ?, ?, ?) as c(id, phone, name, email, attributes, created_at)"
            + " on conflict do nothing";

    /** A query of its own for each number, by the index of numbers, however long or new the list is. */
    private static final String ID_BY_NUMBER = "select (select c.id from contact c"
            + " where c.phone = p.phone and c.list_id = ?) as id from unnest(?) as p(phone)";

    private static final String ON_LIST = " where organization_id = ? and list_id = ?";

    private final JpaTransactions transactions;

    public JpaContactStore(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void insert(ContactList list) {
        transactions.changeRows(rows -> rows.persist(ContactListRow.of(list)));
    }

    @Override
    public void update(ContactList list) {
        transactions.changeRows(rows -> {
            var row = rows.find(ContactListRow.class, list.id().value(), LockModeType.PESSIMISTIC_WRITE);
            Stale.refuseUnless(row != null
                    && row.organization.equals(list.organization().value())
                    && row.revision == list.revision());
            row.save(list);
        });
    }

    @Override
    public boolean delete(OrganizationId organization, ContactListId list) {
        return transactions.sql(sql -> sql.update(
                        "delete from contact_list where organization_id = ? and id = ?",
                        organization.value(),
                        list.value()))
                > 0;
    }

    @Override
    public Optional<ContactList> find(OrganizationId organization, ContactListId list) {
        return find(organization, list, LockModeType.NONE);
    }

    @Override
    public Optional<ContactList> lock(OrganizationId organization, ContactListId list) {
        return find(organization, list, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<ContactList> find(OrganizationId organization, ContactListId list, LockModeType lock) {
        return transactions.rows(rows -> Optional.ofNullable(rows.find(ContactListRow.class, list.value(), lock))
                .filter(row -> row.organization.equals(organization.value()))
                .map(ContactListRow::toContactList));
    }

    @Override
    public List<ContactList> find(OrganizationId organization, Set<ContactListId> lists) {
        return lists.isEmpty()
                ? List.of()
                : transactions.rows(rows -> rows.createQuery(
                                "select l from ContactListRow l where l.organization = :organization and l.id in :ids",
                                ContactListRow.class)
                        .setParameter("organization", organization.value())
                        .setParameter("ids", ids(lists))
                        .getResultStream()
                        .map(ContactListRow::toContactList)
                        .toList());
    }

    @Override
    public Page<CountedList> lists(OrganizationId organization, PageRequest request) {
        var page = transactions.rows(rows -> {
            var query = rows.createQuery(
                            "select l from ContactListRow l where l.organization = :organization and l.id < :before"
                                    + " order by l.organization, l.id desc",
                            ContactListRow.class)
                    .setParameter("organization", organization.value());
            return Pages.newestFirst(
                    query,
                    request,
                    ContactListRow::toContactList,
                    list -> list.id().value());
        });
        return page.map(list -> new CountedList(list, count(organization, list.id())));
    }

    @Override
    public long count(OrganizationId organization, ContactListId list) {
        return transactions.sql(sql -> sql.one(
                "select count(*) as contacts from contact" + ON_LIST,
                row -> row.count("contacts"),
                organization.value(),
                list.value()));
    }

    @Override
    public Set<String> attributeNames(OrganizationId organization, Set<ContactListId> lists) {
        var names = new TreeSet<String>();
        find(organization, lists).forEach(list -> names.addAll(list.attributes()));
        return names;
    }

    @Override
    public List<Contact> firstRecipients(OrganizationId organization, ContactListId list, int limit) {
        var ids = transactions.sql(sql -> sql.query(
                "select c.id from contact c" + JpaOptOutStore.optOutOf("c")
                        + " where c.organization_id = ? and c.list_id = ? and o.id is null"
                        + " order by c.organization_id, c.list_id, c.id limit ?",
                row -> row.id("id"),
                organization.value(),
                list.value(),
                limit));
        return byId(organization, ids)
                .sorted(Comparator.comparing(contact -> ids.indexOf(contact.id().value())))
                .toList();
    }

    @Override
    public Reach reach(OrganizationId organization, List<ContactListId> lists, Set<String> variables) {
        return transactions.sql(new ReachQuery(organization, lists, new TreeSet<>(variables))::run);
    }

    @Override
    public void insert(Contact contact) {
        if (transactions.sql(sql -> sql.update(INSERT, values(contact))) == 0) {
            throw numberTaken();
        }
    }

    @Override
    public void update(Contact contact) {
        transactions.changeRows(rows -> {
            var other = contact(contact.organization(), contact.list(), contact.phone())
                    .filter(same -> !same.id().equals(contact.id()));
            if (other.isPresent()) {
                throw numberTaken();
            }
            transactions.sql(sql -> sql.update(
                    "update contact set phone = ?, name = ?, email = ?, attributes = ?" + ON_LIST + " and id = ?",
                    contact.phone().e164(),
                    contact.name(),
                    contact.email().map(EmailAddress::value),
                    Json.textsByName(contact.attributes()),
                    contact.organization().value(),
                    contact.list().value(),
                    contact.id().value()));
        });
    }

    @Override
    public boolean delete(OrganizationId organization, ContactListId list, ContactId contact) {
        return transactions.sql(sql -> sql.update(
                        "delete from contact" + ON_LIST + " and id = ?",
                        organization.value(),
                        list.value(),
                        contact.value()))
                > 0;
    }

    @Override
    public Optional<Contact> contact(OrganizationId organization, ContactListId list, ContactId contact) {
        return transactions.rows(rows -> Optional.ofNullable(rows.find(ContactRow.class, contact.value()))
                .filter(row -> row.organization.equals(organization.value()) && row.list.equals(list.value()))
                .map(ContactRow::toContact));
    }

    @Override
    public Optional<Contact> contact(OrganizationId organization, ContactListId list, PhoneNumber phone) {
        return Optional.ofNullable(existing(organization, list, Set.of(phone)).get(phone));
    }

    private static String found(ContactSearch search) {
        return " and (lower(c.name) like :text escape '!' or lower(c.email) like :text escape '!'"
                + (search.digits().isPresent() ? " or c.phone like :digits" : "") + ")";
    }

    @Override
    public Page<Contact> entries(
            OrganizationId organization, ContactListId list, Optional<ContactSearch> search, PageRequest request) {
        return transactions.rows(rows -> {
            var query = rows.createQuery(
                            "select c from ContactRow c where c.organization = :organization and c.list = :list"
                                    + " and c.id > :after"
                                    + search.map(JpaContactStore::found).orElse("")
                                    + " order by c.organization, c.list, c.id",
                            ContactRow.class)
                    .setParameter("organization", organization.value())
                    .setParameter("list", list.value());
            search.ifPresent(wanted -> {
                query.setParameter("text", "%" + wanted.text().replaceAll("[!%_]", "!$0") + "%");
                wanted.digits().ifPresent(digits -> query.setParameter("digits", "%" + digits + "%"));
            });
            return Pages.oldestFirst(
                    query,
                    request,
                    ContactRow::toContact,
                    contact -> contact.id().value());
        });
    }

    @Override
    public Map<PhoneNumber, Contact> existing(
            OrganizationId organization, ContactListId list, Set<PhoneNumber> phones) {
        if (phones.isEmpty()) {
            return Map.of();
        }
        var numbers = phones.stream().map(PhoneNumber::e164).toArray(String[]::new);
        var ids = transactions.sql(sql -> sql.query(ID_BY_NUMBER, row -> row.optionalId("id"), list.value(), numbers));
        return byId(organization, ids.stream().flatMap(Optional::stream).toList())
                .collect(Collectors.toMap(Contact::phone, Function.identity()));
    }

    /** Contacts of whichever list, by id; those that are gone are left out. */
    public Map<ContactId, Contact> contacts(OrganizationId organization, Set<ContactId> contacts) {
        return byId(organization, contacts.stream().map(ContactId::value).toList())
                .collect(Collectors.toMap(Contact::id, Function.identity()));
    }

    /** By the primary key alone: a database that knows little of its rows yet may prefer to read an organization's all. */
    private Stream<Contact> byId(OrganizationId organization, List<UUID> ids) {
        return ids.isEmpty()
                ? Stream.empty()
                : transactions
                        .rows(rows -> rows.createQuery(
                                        "select c from ContactRow c where c.id in :ids", ContactRow.class)
                                .setParameter("ids", ids)
                                .getResultList())
                        .stream()
                        .filter(row -> row.organization.equals(organization.value()))
                        .map(ContactRow::toContact);
    }

    @Override
    public Map<PhoneNumber, Contact> insertNew(
            OrganizationId organization, ContactListId list, Collection<Contact> contacts) {
        var inserted = transactions.sql(sql -> sql.update(
                INSERT_ALL,
                organization.value(),
                list.value(),
                contacts.stream().map(contact -> contact.id().value()).toList(),
                texts(contacts, contact -> contact.phone().e164()),
                texts(contacts, contact -> contact.name().orElse(null)),
                texts(
                        contacts,
                        contact -> contact.email().map(EmailAddress::value).orElse(null)),
                texts(contacts, contact -> Json.textsByName(contact.attributes())),
                texts(contacts, contact -> contact.createdAt().toString())));
        return inserted == contacts.size() ? Map.of() : others(organization, list, contacts);
    }

    private static @Nullable String[] texts(Collection<Contact> contacts, Function<Contact, @Nullable String> text) {
        return contacts.stream().map(text).toArray(String[]::new);
    }

    private Map<PhoneNumber, Contact> others(
            OrganizationId organization, ContactListId list, Collection<Contact> contacts) {
        var ids = contacts.stream().map(Contact::id).collect(Collectors.toSet());
        var numbers = contacts.stream().map(Contact::phone).collect(Collectors.toSet());
        var found = new HashMap<>(existing(organization, list, numbers));
        found.values().removeIf(contact -> ids.contains(contact.id()));
        return found;
    }

    @Override
    public void replace(OrganizationId organization, Collection<Contact> contacts) {
        transactions.sql(sql -> sql.batch(
                "update contact set name = ?, email = ?, attributes = ? where id = ? and organization_id = ?",
                contacts.stream()
                        .map(contact -> new Object[] {
                            contact.name(),
                            contact.email().map(EmailAddress::value),
                            Json.textsByName(contact.attributes()),
                            contact.id().value(),
                            organization.value()
                        })
                        .toList()));
    }

    private static Object[] values(Contact contact) {
        return new Object[] {
            contact.id().value(),
            contact.organization().value(),
            contact.list().value(),
            contact.phone().e164(),
            contact.name(),
            contact.email().map(EmailAddress::value),
            Json.textsByName(contact.attributes()),
            contact.createdAt()
        };
    }

    private static List<UUID> ids(Set<ContactListId> lists) {
        return lists.stream().map(ContactListId::value).toList();
    }

    private static Refusal numberTaken() {
        return new Refusal.Conflict("contact_exists", "The list has a contact with this number already");
    }
}
