package com.pulsesms.rest.contact;

import com.pulsesms.core.contact.Contact;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Contacts that were added at once. */
@Schema(name = "AddedContacts")
public record AddedContactsJson(
        @Schema(description = "In the order in which they were given")
        List<ContactJson> data) {
    static AddedContactsJson of(List<Contact> contacts) {
        return new AddedContactsJson(contacts.stream().map(ContactJson::of).toList());
    }
}
