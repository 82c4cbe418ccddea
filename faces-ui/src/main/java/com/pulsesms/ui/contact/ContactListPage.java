package com.pulsesms.ui.contact;

import com.pulsesms.core.contact.Contact;
import com.pulsesms.core.contact.Contacts;
import com.pulsesms.core.contact.CountedList;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.ui.Cursor;
import com.pulsesms.ui.Notices;
import com.pulsesms.ui.Shell;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One contact list: its contacts, its name, its export and its end. */
@Named
@ViewScoped
public class ContactListPage implements Serializable {
    private static final long serialVersionUID = 1;

    private static final int COLUMNS = 4;

    @Inject
    transient Contacts contacts;

    @Inject
    Shell shell;

    @Inject
    Notices notices;

    private String id = "";
    private String after = "";
    private String name = "";
    private @Nullable transient CountedList list;
    private @Nullable transient Page<Contact> page;

    public void load() {
        name = getList().list().name();
    }

    public String rename() {
        contacts.renameList(shell.getActor(), listId(), name);
        notices.tellNext("list.renamed");
        return "/app/list?faces-redirect=true&id=" + id;
    }

    public String delete() {
        contacts.deleteList(shell.getActor(), listId());
        notices.tellNext("list.deleted", name);
        return "/app/contacts?faces-redirect=true";
    }

    /** Answers with the CSV file in place of the page. */
    public void export() throws IOException {
        var faces = FacesContext.getCurrentInstance();
        var external = faces.getExternalContext();
        var file = URLEncoder.encode(getList().list().name() + ".csv", StandardCharsets.UTF_8)
                .replace("+", "%20");
        external.setResponseContentType("text/csv;charset=UTF-8");
        external.setResponseHeader(
                "Content-Disposition", "attachment; filename=\"contacts.csv\"; filename*=UTF-8''" + file);
        contacts.export(shell.getActor(), listId(), external.getResponseOutputStream());
        faces.responseComplete();
    }

    private ContactListId listId() {
        return ContactListId.parse(id);
    }

    public CountedList getList() {
        if (list == null) {
            list = contacts.list(shell.getActor(), listId());
        }
        return list;
    }

    /** The attributes that have a column of their own; a page has no room for more. */
    public List<String> getColumns() {
        return getList().list().attributes().stream().limit(COLUMNS).toList();
    }

    public Page<Contact> getPage() {
        if (page == null) {
            page = contacts.entries(shell.getActor(), listId(), Cursor.request(after));
        }
        return page;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
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
