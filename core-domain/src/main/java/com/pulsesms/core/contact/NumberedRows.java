package com.pulsesms.core.contact;

import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Region;
import com.pulsesms.core.kernel.VariableName;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The rows of a file that have a phone number; what is wrong with the others goes to the tally. */
final class NumberedRows {
    private final CsvRows csv;
    private final Columns columns;
    private final Region region;
    private final ImportTally tally;

    /** @throws Refusal.Invalid with field {@code file} or {@code mapping} if it can't be imported at all */
    NumberedRows(InputStream file, ImportOptions options, Region region, ImportTally tally) {
        this.csv = CsvRows.of(file, options.charset());
        if (csv.sample().isEmpty()) {
            throw CsvText.refused("The file is empty");
        }
        var sample = new Sample(csv.sample(), region);
        this.columns = ColumnGuess.of(sample, options.mapping());
        this.region = region;
        this.tally = tally;
        if (sample.headed()) {
            csv.next();
        }
    }

    Columns columns() {
        return columns;
    }

    void forEach(BiConsumer<CsvRows.Row, PhoneNumber> action) {
        for (var row = csv.next(); row.isPresent(); row = csv.next()) {
            var current = row.get();
            taken(current).ifPresent(phone -> action.accept(current, phone));
        }
    }

    private Optional<PhoneNumber> taken(CsvRows.Row row) {
        if (tally.row() > ContactImport.MAX_ROWS) {
            throw CsvText.refused("The file has more than " + ContactImport.MAX_ROWS + " rows: split it");
        }
        if (columns.hasMore(row.cells())) {
            var last = columns.all().get(columns.all().size() - 1);
            refuse(row, last, "", "The row has more cells than there are columns");
            return Optional.empty();
        }
        return number(row);
    }

    private Optional<PhoneNumber> number(CsvRows.Row row) {
        Optional<RowProblem> first = Optional.empty();
        for (var cell : columns.phones(row.cells())) {
            try {
                return Optional.of(TypedNumber.parse(cell.text(), region));
            } catch (Refusal.Invalid refusal) {
                first = first.or(() -> Optional.of(RowProblem.refused(
                        row.line(),
                        cell.column(),
                        cell.text(),
                        refusal.errors().get(0).message())));
            }
        }
        tally.invalid(first.orElseGet(
                () -> RowProblem.refused(row.line(), columns.of(VariableName.PHONE), "", "There is no phone number")));
        return Optional.empty();
    }

    /** Leaves the row out because of what stands in the column that became {@code target}. */
    void refuse(CsvRows.Row row, String target, String reason) {
        var column = columns.of(target);
        var cell = column.number() <= row.cells().size() ? row.cells().get(column.number() - 1) : "";
        refuse(row, column, cell, reason);
    }

    private void refuse(CsvRows.Row row, MappedColumn column, String value, String reason) {
        tally.invalid(RowProblem.refused(row.line(), column, value, reason));
    }

    /** What was done, once all is read. */
    ImportReport report(boolean dryRun) {
        return tally.report(dryRun, csv.charset().name(), columns.all());
    }
}
