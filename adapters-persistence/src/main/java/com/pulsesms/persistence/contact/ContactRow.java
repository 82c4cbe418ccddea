package com.pulsesms.persistence.contact;

import com.pulsesms.core.contact.Contact;
import com.pulsesms.core.kernel.ContactId;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.EmailAddress;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.persistence.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Contacts are written by SQL, many at a time; this reads them. */
@Entity
@Table(name = "contact")
class ContactRow {
    @Id
    UUID id;

    @Column(name = "organization_id")
    UUID organization;

    @Column(name = "list_id")
    UUID list;

    String phone;
    String name;
    String email;

    /** Values by name. */
    String attributes;

    @Column(name = "created_at")
    Instant createdAt;

    protected ContactRow() {}

    Contact toContact() {
        return new Contact(
                new ContactId(id),
                new OrganizationId(organization),
                new ContactListId(list),
                new PhoneNumber(phone),
                Optional.ofNullable(name),
                Optional.ofNullable(email).map(EmailAddress::new),
                Json.textsByName(attributes),
                createdAt);
    }
}
