package com.pulsesms.core.contact;

import com.pulsesms.core.kernel.ContactId;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.EmailAddress;
import com.pulsesms.core.kernel.FieldError;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Text;
import com.pulsesms.core.kernel.VariableName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A person to write to, on one list, known there by the number. Texts hold no control characters and no blanks around;
 * what is blank is not there.
 *
 * @param attributes whatever else is known, by normalised {@linkplain VariableName names}
 */
public record Contact(
        ContactId id,
        OrganizationId organization,
        ContactListId list,
        PhoneNumber phone,
        Optional<String> name,
        Optional<EmailAddress> email,
        SortedMap<String, String> attributes,
        Instant createdAt) {
    /** The longest name of a contact, in characters. */
    public static final int NAME_LIMIT = 200;
    /** The longest value of an attribute, in characters. */
    public static final int VALUE_LIMIT = 1000;

    /** @throws Refusal.Invalid naming each field that is too long or has no usable name */
    public Contact {
        var errors = new ArrayList<FieldError>();
        name = name.map(Text::clean).filter(text -> !text.isEmpty());
        if (name.filter(text -> text.length() > NAME_LIMIT).isPresent()) {
            errors.add(new FieldError("name", "A contact's name has at most " + NAME_LIMIT + " characters"));
        }
        attributes = normalised(attributes, errors);
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors);
        }
    }

    /** The value that a template puts in place of the variable of this normalised name. */
    public Optional<String> value(String variable) {
        return switch (variable) {
            case VariableName.NAME -> name;
            case VariableName.PHONE -> Optional.of(phone.e164());
            case VariableName.EMAIL -> email.map(EmailAddress::value);
            default -> Optional.ofNullable(attributes.get(variable));
        };
    }

    public Contact at(PhoneNumber newPhone) {
        return new Contact(id, organization, list, newPhone, name, email, attributes, createdAt);
    }

    public Contact named(Optional<String> newName) {
        return new Contact(id, organization, list, phone, newName, email, attributes, createdAt);
    }

    public Contact reachedBy(Optional<EmailAddress> newEmail) {
        return new Contact(id, organization, list, phone, name, newEmail, attributes, createdAt);
    }

    /** This contact with these attributes over those it has; a blank value takes one away. */
    public Contact with(Map<String, String> changed) {
        var all = new TreeMap<String, String>(attributes);
        changed.forEach((typed, value) -> all.put(VariableName.of(typed), value));
        return new Contact(id, organization, list, phone, name, email, all, createdAt);
    }

    /** This contact with these attributes and no others. */
    public Contact withOnly(SortedMap<String, String> newAttributes) {
        return new Contact(id, organization, list, phone, name, email, newAttributes, createdAt);
    }

    /** This contact with what a newer source knows of it; what that leaves blank stays. */
    public Contact updatedBy(Contact newer) {
        return named(newer.name.or(() -> name))
                .reachedBy(newer.email.or(() -> email))
                .with(newer.attributes);
    }

    private static SortedMap<String, String> normalised(Map<String, String> given, List<FieldError> errors) {
        var result = new TreeMap<String, String>();
        given.forEach((typed, text) -> {
            var variable = VariableName.of(typed);
            var value = Text.clean(text);
            wrong(variable, value).ifPresent(why -> errors.add(new FieldError("attributes." + typed, why)));
            if (!value.isEmpty()) {
                result.put(variable, value);
            }
        });
        return Collections.unmodifiableSortedMap(result);
    }

    private static Optional<String> wrong(String variable, String value) {
        if (variable.isEmpty()) {
            return Optional.of("An attribute's name needs a letter or a digit");
        }
        if (variable.length() > VariableName.LIMIT) {
            return Optional.of("An attribute's name has at most " + VariableName.LIMIT + " characters");
        }
        if (VariableName.BUILT_IN.contains(variable)) {
            return Optional.of("Every contact has a field of its own for this: don't give it as an attribute");
        }
        if (value.length() > VALUE_LIMIT) {
            return Optional.of("An attribute has at most " + VALUE_LIMIT + " characters");
        }
        return Optional.empty();
    }
}
