package com.pulsesms.core.contact;

import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.IdGenerator;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.kernel.Region;
import com.pulsesms.core.kernel.TimeOrderedIds;
import com.pulsesms.core.kernel.Transactions;
import com.pulsesms.core.kernel.UserId;
import com.pulsesms.core.memory.MemoryContactStore;
import com.pulsesms.core.memory.MemoryDatabase;
import com.pulsesms.core.memory.MemoryOptOutStore;
import com.pulsesms.core.memory.MemoryOrganizationStore;
import com.pulsesms.core.memory.MemoryTransactions;
import com.pulsesms.core.organization.Organization;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A Serbian organization with one empty list, in memory. */
final class Workspace {
    private final MemoryDatabase database = new MemoryDatabase();
    private final Clock clock = Clock.fixed(ContactFixtures.NOW, ZoneOffset.UTC);
    private final IdGenerator ids = new TimeOrderedIds(clock);
    private final Organization organization = new Organization(
            new OrganizationId(UUID.randomUUID()),
            "Pekara",
            new Region("RS"),
            ZoneId.of("Europe/Belgrade"),
            Optional.empty(),
            ContactFixtures.NOW,
            0);
    private final MemoryOrganizationStore organizations = new MemoryOrganizationStore(database);

    {
        organizations.insert(organization);
    }

    final MemoryOptOutStore optOutStore = new MemoryOptOutStore(database);
    final ContactStore store = new MemoryContactStore(database, optOutStore);
    final Transactions transactions = new MemoryTransactions(database);
    final Contacts contacts = new Contacts(store, organizations, transactions, ids, clock);
    final ContactImport imports = new ContactImport(store, organizations, transactions, ids, clock);
    final OptOuts optOuts = new OptOuts(optOutStore, organizations, transactions, ids, clock);
    final OptOutImport optOutImport = new OptOutImport(optOutStore, organizations, transactions, ids, clock);
    final Actor actor = may(EnumSet.allOf(Permission.class));
    final ContactList list = contacts.createList(actor, "Customers");

    Actor may(EnumSet<Permission> permissions) {
        return new Actor(new Actor.Person(new UserId(UUID.randomUUID())), organization.id(), permissions);
    }

    /** Somebody who may do everything in another organization. */
    static Actor stranger() {
        return new Workspace().actor;
    }

    ImportReport imported(String csv) {
        return imported(csv.getBytes(StandardCharsets.UTF_8), ImportOptions.GUESSED);
    }

    ImportReport imported(String csv, ImportOptions options) {
        return imported(csv.getBytes(StandardCharsets.UTF_8), options);
    }

    ImportReport imported(byte[] file, ImportOptions options) {
        return imports.run(actor, list.id(), new ByteArrayInputStream(file), options);
    }

    byte[] exported() {
        var out = new ByteArrayOutputStream();
        contacts.export(actor, list.id(), out);
        return out.toByteArray();
    }

    /** At most as many as a page holds. */
    List<Contact> entries() {
        return contacts.entries(actor, list.id(), PageRequest.first(PageRequest.MAX_LIMIT))
                .items();
    }

    Contact only() {
        if (entries().size() != 1) {
            throw new AssertionError("There are " + entries().size() + " contacts");
        }
        return entries().get(0);
    }

    long count() {
        return contacts.list(actor, list.id()).contacts();
    }

    ContactList stored() {
        return contacts.list(actor, list.id()).list();
    }
}
