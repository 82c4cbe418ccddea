package com.pulsesms.ui.contact;

import com.pulsesms.core.contact.ImportOptions;
import com.pulsesms.core.contact.ImportReport;
import com.pulsesms.core.contact.OptOut;
import com.pulsesms.core.contact.OptOutImport;
import com.pulsesms.core.contact.OptOuts;
import com.pulsesms.core.kernel.OptOutId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.ui.Cursor;
import com.pulsesms.ui.Notices;
import com.pulsesms.ui.Shell;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The numbers that must not be written to: finding, adding, importing, exporting them and taking them back. */
@Named
@ViewScoped
public class OptOutsPage implements Serializable {
    private static final long serialVersionUID = 1;

    private static final String SELF = "/app/opt-outs?faces-redirect=true";

    @Inject
    transient OptOuts optOuts;

    @Inject
    transient OptOutImport optOutImport;

    @Inject
    Shell shell;

    @Inject
    Notices notices;

    private String after = "";
    private String number = "";
    private String phones = "";
    private String reason = "";
    private transient @Nullable Part upload;
    private transient @Nullable ImportReport report;
    private @Nullable transient Page<OptOut> page;

    /** Adds the numbers, one to a line or apart by commas. */
    public String add() {
        var typed = phones.lines()
                .flatMap(line -> Stream.of(line.split("[,;]")))
                .filter(one -> !one.isBlank())
                .toList();
        var added = optOuts.add(shell.getActor(), new OptOuts.Draft(typed, Optional.of(reason), Optional.empty()));
        notices.tellNext("optOut.added", added.size());
        return SELF;
    }

    public String remove(OptOutId id) {
        optOuts.remove(shell.getActor(), id);
        notices.tellNext("optOut.removed");
        return SELF;
    }

    /** Imports the uploaded file, and shows what was done. */
    public void take() throws IOException {
        if (upload == null || upload.getSize() == 0) {
            throw new Refusal.Invalid("file", "Choose a file");
        }
        try (var content = upload.getInputStream()) {
            report = optOutImport.run(shell.getActor(), content, ImportOptions.GUESSED);
        }
        page = null;
    }

    /** Answers with the CSV file in place of the page. */
    public void export() throws IOException {
        var faces = FacesContext.getCurrentInstance();
        var external = faces.getExternalContext();
        external.setResponseContentType("text/csv;charset=UTF-8");
        external.setResponseHeader("Content-Disposition", "attachment; filename=\"opt-outs.csv\"");
        optOuts.export(shell.getActor(), external.getResponseOutputStream());
        faces.responseComplete();
    }

    public Page<OptOut> getPage() {
        if (page == null) {
            page = number.isBlank() ? optOuts.page(shell.getActor(), Cursor.request(after)) : found();
        }
        return page;
    }

    private Page<OptOut> found() {
        try {
            var found = optOuts.search(shell.getActor(), number);
            return new Page<>(found.stream().toList(), Optional.empty());
        } catch (Refusal.Invalid e) {
            return new Page<>(List.of(), Optional.empty());
        }
    }

    public @Nullable ImportReport getReport() {
        return report;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getPhones() {
        return phones;
    }

    public void setPhones(String phones) {
        this.phones = phones;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public @Nullable Part getUpload() {
        return upload;
    }

    public void setUpload(@Nullable Part upload) {
        this.upload = upload;
    }
}
