package com.pulsesms.ui.contact;

import com.pulsesms.core.contact.ColumnMapping;
import com.pulsesms.core.contact.ContactImport;
import com.pulsesms.core.contact.Contacts;
import com.pulsesms.core.contact.CountedList;
import com.pulsesms.core.contact.ImportOptions;
import com.pulsesms.core.contact.ImportReport;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.ui.Shell;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Imports a CSV file in three steps: take the file and show how it is understood and what would happen; let the person
 * change what the columns mean; import and show what happened. The file is kept with the page until then.
 */
@Named
@ViewScoped
public class ImportPage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    transient ContactImport contactImport;

    @Inject
    transient Contacts contacts;

    @Inject
    Shell shell;

    private String listId = "";
    private String phoneColumn = "";
    private boolean phoneAsked;
    private String fileName = "";
    private transient @Nullable Part upload;
    private byte @Nullable [] file;
    private transient List<ColumnChoice> columns = List.of();
    private transient @Nullable ImportReport report;
    private transient @Nullable CountedList list;

    /** Takes the uploaded file, and shows what would happen. */
    public void take() throws IOException {
        if (upload == null || upload.getSize() == 0) {
            throw new Refusal.Invalid("file", "Choose a file");
        }
        try (var content = upload.getInputStream()) {
            file = content.readAllBytes();
        }
        fileName = upload.getSubmittedFileName();
        try {
            dryRun(phoneColumn.isBlank() ? Map.of() : Map.of(phoneColumn, "phone"));
        } catch (Refusal.Invalid refusal) {
            file = null;
            phoneAsked = true;
            throw refusal;
        }
    }

    /** Shows what would happen with the columns as they are chosen now. */
    public void look() {
        dryRun(chosen());
    }

    private void dryRun(Map<String, String> targets) {
        var seen = run(ImportOptions.GUESSED.mapping(new ColumnMapping(targets)).dry());
        columns = seen.columns().stream().map(ColumnChoice::new).toList();
        report = seen;
    }

    public void start() {
        report = run(ImportOptions.GUESSED.mapping(new ColumnMapping(chosen())));
        file = null;
        list = null;
    }

    private ImportReport run(ImportOptions options) {
        if (file == null) {
            throw new Refusal.Conflict("no_file", "Choose the file again");
        }
        return contactImport.run(
                shell.getActor(), ContactListId.parse(listId), new ByteArrayInputStream(file), options);
    }

    private Map<String, String> chosen() {
        return columns.stream().collect(Collectors.toMap(ColumnChoice::key, ColumnChoice::getTarget));
    }

    /** Begins again with another file. */
    public void forget() {
        file = null;
        report = null;
        columns = List.of();
    }

    public boolean isTaken() {
        return file != null && report != null;
    }

    public boolean isDone() {
        return report != null && !report.dryRun();
    }

    public CountedList getList() {
        if (list == null) {
            list = contacts.list(shell.getActor(), ContactListId.parse(listId));
        }
        return list;
    }

    public boolean isPhoneAsked() {
        return phoneAsked;
    }

    public String getFileName() {
        return fileName;
    }

    public List<ColumnChoice> getColumns() {
        return columns;
    }

    public @Nullable ImportReport getReport() {
        return report;
    }

    public String getListId() {
        return listId;
    }

    public void setListId(String listId) {
        this.listId = listId;
    }

    public String getPhoneColumn() {
        return phoneColumn;
    }

    public void setPhoneColumn(String phoneColumn) {
        this.phoneColumn = phoneColumn;
    }

    public @Nullable Part getUpload() {
        return upload;
    }

    public void setUpload(@Nullable Part upload) {
        this.upload = upload;
    }
}
