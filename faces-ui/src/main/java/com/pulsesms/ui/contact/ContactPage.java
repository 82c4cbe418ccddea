package com.pulsesms.ui.contact;

import com.pulsesms.core.contact.Contacts;
import com.pulsesms.core.contact.CountedList;
import com.pulsesms.core.kernel.ContactId;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.ui.Notices;
import com.pulsesms.ui.Shell;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds a contact to a list, or changes one of it. */
@Named
@ViewScoped
public class ContactPage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    transient Contacts contacts;

    @Inject
    Shell shell;

    @Inject
    Notices notices;

    private String listId = "";
    private String id = "";
    private String phone = "";
    private String name = "";
    private String email = "";
    private final List<Attribute> attributes = new ArrayList<>();
    private @Nullable transient CountedList list;

    /** A variable of the list, or with a blank name a new one, and what the contact has for it. */
    public static class Attribute implements Serializable {
        private static final long serialVersionUID = 1;

        private final boolean fresh;
        private String name;
        private String value;

        Attribute(String name, String value) {
            this.fresh = name.isEmpty();
            this.name = name;
            this.value = value;
        }

        public boolean isFresh() {
            return fresh;
        }

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public String getValue() {
            return value;
        }

        public void setValue(String value) {
            this.value = value;
        }
    }

    public void load() {
        Map<String, String> known = new HashMap<>();
        if (!isFresh()) {
            var contact = contacts.entry(shell.getActor(), ContactListId.parse(listId), ContactId.parse(id));
            phone = contact.phone().e164();
            name = contact.name().orElse("");
            email = contact.value("email").orElse("");
            known = contact.attributes();
        }
        for (var attribute : getList().list().attributes()) {
            attributes.add(new Attribute(attribute, known.getOrDefault(attribute, "")));
        }
        attributes.add(new Attribute("", ""));
    }

    public String save() {
        var list = ContactListId.parse(listId);
        if (isFresh()) {
            contacts.add(
                    shell.getActor(), list, new Contacts.Draft(phone, Optional.of(name), Optional.of(email), given()));
        } else {
            contacts.update(
                    shell.getActor(),
                    list,
                    ContactId.parse(id),
                    new Contacts.Change(Optional.of(phone), Optional.of(name), Optional.of(email), given()));
        }
        notices.tellNext("contact.saved");
        return back();
    }

    private Map<String, String> given() {
        var given = new HashMap<String, String>();
        attributes.stream()
                .filter(a -> !a.name.isBlank() || !a.value.isBlank())
                .forEach(a -> given.put(a.name, a.value));
        return given;
    }

    public String delete() {
        contacts.remove(shell.getActor(), ContactListId.parse(listId), ContactId.parse(id));
        notices.tellNext("contact.deleted");
        return back();
    }

    private String back() {
        return "/app/list?faces-redirect=true&id=" + listId;
    }

    public boolean isFresh() {
        return id.isBlank();
    }

    public CountedList getList() {
        if (list == null) {
            list = contacts.list(shell.getActor(), ContactListId.parse(listId));
        }
        return list;
    }

    public List<Attribute> getAttributes() {
        return attributes;
    }

    public String getListId() {
        return listId;
    }

    public void setListId(String listId) {
        this.listId = listId;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
