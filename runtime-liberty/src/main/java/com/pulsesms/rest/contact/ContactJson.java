package com.pulsesms.rest.contact;

import com.pulsesms.core.contact.Contact;
import com.pulsesms.core.kernel.EmailAddress;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A contact. */
@Schema(name = "Contact")
public record ContactJson(
        UUID id,
        @Schema(description = "In E.164 form") String phone,
        @Nullable String name,
        @Nullable String email,
        Map<String, String> attributes,
        Instant createdAt) {
    public static ContactJson of(Contact contact) {
        return new ContactJson(
                contact.id().value(),
                contact.phone().e164(),
                contact.name().orElse(null),
                contact.email().map(EmailAddress::value).orElse(null),
                contact.attributes(),
                contact.createdAt());
    }
}
