package com.pulsesms.persistence.contact;

import com.pulsesms.core.contact.ContactList;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.persistence.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.TreeSet;
import java.util.UUID;

@Entity
@Table(name = "contact_list")
class ContactListRow {
    @Id
    UUID id;

    @Column(name = "organization_id")
    UUID organization;

    String name;

    /** The attributes' names. */
    String attributes;

    @Column(name = "created_at")
    Instant createdAt;

    int revision;

    protected ContactListRow() {}

    static ContactListRow of(ContactList list) {
        var row = new ContactListRow();
        row.id = list.id().value();
        row.organization = list.organization().value();
        row.createdAt = list.createdAt();
        row.revision = list.revision();
        row.copy(list);
        return row;
    }

    void save(ContactList list) {
        copy(list);
        revision++;
    }

    private void copy(ContactList list) {
        name = list.name();
        attributes = Json.texts(list.attributes());
    }

    ContactList toContactList() {
        return new ContactList(
                new ContactListId(id),
                new OrganizationId(organization),
                name,
                new TreeSet<>(Json.texts(attributes)),
                createdAt,
                revision);
    }
}
