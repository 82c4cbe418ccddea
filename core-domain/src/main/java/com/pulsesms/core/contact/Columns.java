package com.pulsesms.core.contact;

import com.pulsesms.core.kernel.VariableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which cell of a row is what. */
final class Columns {
    static final String FIRST_NAME = "first_name";
    static final String LAST_NAME = "last_name";
    static final String LEFT_OUT = "";

    private final List<MappedColumn> all;
    private final List<HeaderWords.Kind> kinds;

    Columns(List<MappedColumn> all) {
        this.all = List.copyOf(all);
        this.kinds =
                all.stream().map(column -> HeaderWords.kind(column.header())).toList();
    }

    /** A cell that is not blank, without blanks around and without what keeps spreadsheets from running it. */
    record Cell(MappedColumn column, String text) {}

    List<MappedColumn> all() {
        return all;
    }

    /** The cells that may hold the number, mobile ones first. */
    List<Cell> phones(List<String> row) {
        var found = new ArrayList<>(cells(row, VariableName.PHONE));
        found.sort(Comparator.comparing(cell -> kind(row, cell.column())));
        return found;
    }

    /** Google tells the kind of a number in the column before it. */
    private HeaderWords.Kind kind(List<String> row, MappedColumn column) {
        var index = column.number() - 1;
        return index > 0 && kinds.get(index - 1) == HeaderWords.Kind.LABEL
                ? HeaderWords.kind(cell(row, index - 1) + " phone")
                : kinds.get(index);
    }

    Optional<Cell> name(List<String> row) {
        return cells(row, VariableName.NAME).stream().findFirst().or(() -> joined(row));
    }

    private Optional<Cell> joined(List<String> row) {
        var parts = new ArrayList<>(cells(row, FIRST_NAME));
        parts.addAll(cells(row, LAST_NAME));
        return parts.stream().reduce((first, last) -> new Cell(first.column(), first.text() + " " + last.text()));
    }

    List<Cell> emails(List<String> row) {
        return cells(row, VariableName.EMAIL);
    }

    Map<String, String> attributes(List<String> row) {
        var attributes = new LinkedHashMap<String, String>();
        for (var column : all) {
            var text = cell(row, column.number() - 1);
            if (!column.target().equals(LEFT_OUT)
                    && !VariableName.BUILT_IN.contains(column.target())
                    && !text.isEmpty()) {
                attributes.put(column.target(), text);
            }
        }
        return attributes;
    }

    /** What the row holds beyond the last column; something shifts cells there. */
    boolean hasMore(List<String> row) {
        return row.stream().skip(all.size()).anyMatch(cell -> !cell.isBlank());
    }

    /** The column that became this. */
    MappedColumn of(String target) {
        return all.stream()
                .filter(column -> column.target().equals(target))
                .findFirst()
                .orElse(all.get(0));
    }

    private List<Cell> cells(List<String> row, String target) {
        return all.stream()
                .filter(column -> column.target().equals(target))
                .map(column -> new Cell(column, cell(row, column.number() - 1)))
                .filter(cell -> !cell.text().isEmpty())
                .toList();
    }

    private static String cell(List<String> row, int index) {
        return index < row.size() ? CsvCell.unguarded(row.get(index).strip()).strip() : "";
    }
}
