package com.pulsesms.rest.contact;

import com.pulsesms.core.contact.CountedList;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contact list. */
@Schema(name = "ContactList")
public record ContactListJson(
        UUID id,
        String name,

        @Schema(description = "Columns beside name, phone and email: usable as variables")
        List<String> attributes,

        long contacts,
        Instant createdAt) {
    static ContactListJson of(CountedList counted) {
        var list = counted.list();
        return new ContactListJson(
                list.id().value(), list.name(), List.copyOf(list.attributes()), counted.contacts(), list.createdAt());
    }
}
