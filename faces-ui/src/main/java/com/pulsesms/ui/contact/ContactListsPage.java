package com.pulsesms.ui.contact;

import com.pulsesms.core.contact.Contacts;
import com.pulsesms.core.contact.CountedList;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.ui.Cursor;
import com.pulsesms.ui.Shell;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** The contact lists of the organization, and making one. */
@Named
@ViewScoped
public class ContactListsPage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    transient Contacts contacts;

    @Inject
    Shell shell;

    private String after = "";
    private String name = "";
    private @Nullable transient Page<CountedList> page;

    public String create() {
        var list = contacts.createList(shell.getActor(), name);
        return "/app/list?faces-redirect=true&id=" + list.id();
    }

    public Page<CountedList> getPage() {
        if (page == null) {
            page = contacts.lists(shell.getActor(), Cursor.request(after));
        }
        return page;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
