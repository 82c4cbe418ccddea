package com.pulsesms.core.contact;

import com.pulsesms.core.kernel.VariableName;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes contacts as CSV. Numbers stand plainly in E.164 form, which no spreadsheet can run as a formula and every other
 * program understands.
 */
final class ContactExport {
    /** The columns that an export begins with; by them an import knows it. */
    static final List<String> COLUMNS = List.of(VariableName.PHONE, VariableName.NAME, VariableName.EMAIL);

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final CSVPrinter csv;
    private final SortedSet<String> attributes;

    ContactExport(OutputStream out, SortedSet<String> attributes) {
        this.attributes = attributes;
        try {
            var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write(BYTE_ORDER_MARK);
            csv = new CSVPrinter(writer, CSVFormat.RFC4180);
            var header = new ArrayList<>(COLUMNS);
            header.addAll(attributes);
            csv.printRecord(header);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(List<Contact> contacts) {
        try {
            for (var contact : contacts) {
                csv.printRecord(cells(contact));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
