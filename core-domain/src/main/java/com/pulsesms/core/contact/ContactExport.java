package com.pulsesms.core.contact;

import com.pulsesms.core.kernel.VariableName;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/**
 * Writes contacts as CSV. Numbers stand plainly in E.164 form, which no spreadsheet can run as a formula and every other
 * program understands.
 */
final class ContactExport {
    /** The columns that an export begins with; by them an import knows it. */
    static final List<String> COLUMNS = List.of(VariableName.PHONE, VariableName.NAME, VariableName.EMAIL);

    private final CsvExport csv;
    private final SortedSet<String> attributes;

    ContactExport(OutputStream out, SortedSet<String> attributes) {
        this.attributes = attributes;
        var header = new ArrayList<>(COLUMNS);
        header.addAll(attributes);
        csv = new CsvExport(out, header);
    }

    void write(List<Contact> contacts) {
        contacts.forEach(contact -> csv.write(cells(contact)));
    }

    private List<String> cells(Contact contact) {
        var cells = new ArrayList<String>();
        cells.add(contact.phone().e164());
        cells.add(guarded(contact, VariableName.NAME));
        cells.add(guarded(contact, VariableName.EMAIL));
        attributes.forEach(attribute -> cells.add(guarded(contact, attribute)));
        return cells;
    }

    private static String guarded(Contact contact, String variable) {
        return contact.value(variable).map(CsvCell::guarded).orElse("");
    }

    void finish() {
        csv.finish();
    }
}
