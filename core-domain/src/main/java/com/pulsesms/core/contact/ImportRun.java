package com.pulsesms.core.contact;

import com.pulsesms.core.kernel.ContactId;
import com.pulsesms.core.kernel.EmailAddress;
import com.pulsesms.core.kernel.FieldError;
import com.pulsesms.core.kernel.IdGenerator;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Region;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One run of an import: holds no more than a batch of contacts and the set of numbers that it has met. */
final class ImportRun {
    private static final int BATCH = 1000;

    private final ContactStore store;
    private final ContactList list;
    private final Region region;
    private final IdGenerator ids;
    private final Instant now;
    private final ImportOptions options;

    private final SeenNumbers seen = new SeenNumbers();
    private final TreeSet<String> attributes = new TreeSet<>();
    private final List<Contact> batch = new ArrayList<>();
    private final ImportTally tally = new ImportTally();

    ImportRun(
            ContactStore store, ContactList list, Region region, IdGenerator ids, Instant now, ImportOptions options) {
        this.store = store;
        this.list = list;
        this.region = region;
        this.ids = ids;
        this.now = now;
        this.options = options;
    }

    ImportReport read(InputStream file) {
        var rows = new NumberedRows(file, options, region, tally);
        rows.forEach((row, phone) -> take(rows, row, phone));
        flush();
        remember();
        return rows.report(options.dryRun());
    }

    private void take(NumberedRows rows, CsvRows.Row row, PhoneNumber phone) {
        var contact = contact(rows, row, phone);
        if (contact.isPresent() && !seen.add(phone)) {
            tally.duplicate();
        } else if (contact.isPresent()) {
            accept(contact.get());
            reportEmail(rows.columns(), row, contact.get());
        }
    }

    private Optional<Contact> contact(NumberedRows rows, CsvRows.Row row, PhoneNumber phone) {
        try {
            return Optional.of(read(rows.columns(), row.cells(), phone));
        } catch (Refusal.Invalid refusal) {
            var error = refusal.errors().get(0);
            rows.refuse(row, target(error), error.message());
            return Optional.empty();
        }
    }

    private static String target(FieldError error) {
        return error.field().replaceFirst("^attributes\\.", "");
    }

    private Contact read(Columns columns, List<String> cells, PhoneNumber phone) {
        return new Contact(
                new ContactId(ids.next()),
                list.organization(),
                list.id(),
                phone,
                columns.name(cells).map(Columns.Cell::text),
                columns.emails(cells).stream()
                        .flatMap(cell -> email(cell.text()).stream())
                        .findFirst(),
                new TreeMap<>(columns.attributes(cells)),
                now);
    }

    private static Optional<EmailAddress> email(String typed) {
        try {
            return Optional.of(EmailAddress.parse(typed));
        } catch (Refusal.Invalid refusal) {
            return Optional.empty();
        }
    }

    private void reportEmail(Columns columns, CsvRows.Row row, Contact contact) {
        var cells = columns.emails(row.cells());
        if (contact.email().isEmpty() && !cells.isEmpty()) {
            tally.withoutEmail(new RowProblem(
                    row.line(),
                    cells.get(0).column().label(),
                    cells.get(0).text(),
                    "Not an e-mail address: imported without it",
                    true));
        }
    }

    private void accept(Contact contact) {
        if (attributes.addAll(contact.attributes().keySet())) {
            refuseTooManyAttributes();
        }
        batch.add(contact);
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private void refuseTooManyAttributes() {
        var all = new TreeSet<>(list.attributes());
        all.addAll(attributes);
        if (all.size() > ContactList.MAX_ATTRIBUTES) {
            throw new Refusal.Invalid(
                    "mapping",
                    "With this file the list would have more than " + ContactList.MAX_ATTRIBUTES
                            + " attributes: leave columns out");
        }
    }

    private void flush() {
        if (!batch.isEmpty()) {
            tally.stored(batch.size(), options.dryRun() ? known() : store());
            batch.clear();
        }
    }

    /** How many of the batch the list has. */
    private int known() {
        var phones = batch.stream().map(Contact::phone).collect(Collectors.toSet());
        return store.existing(list.organization(), list.id(), phones).size();
    }

    /** How many of the batch the list had. */
    private int store() {
        var known = store.insertNew(list.organization(), list.id(), batch);
        var updated = batch.stream()
                .flatMap(contact ->
                        Optional.ofNullable(known.get(contact.phone())).stream().map(old -> old.updatedBy(contact)))
                .toList();
        store.replace(list.organization(), updated);
        return known.size();
    }

    private void remember() {
        if (!options.dryRun() && !list.attributes().containsAll(attributes)) {
            store.update(list.withAttributes(attributes));
        }
    }
}
