package com.pulsesms.core.contact;

import com.pulsesms.core.kernel.Region;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The first rows of a file, by which its columns are understood. */
final class Sample {
    private static final int DIGITS_OF_A_NUMBER = 6;

    private final Region region;
    private final boolean headed;
    private final List<String> headers;
    private final List<List<String>> rows;

    /** @param first at least one row */
    Sample(List<List<String>> first, Region region) {
        this.region = region;
        headed = isHeader(first.get(0));
        headers = headed ? clean(first.get(0)) : unnamed(first);
        rows = headed ? first.subList(1, first.size()) : first;
    }

    /** Whether the first row names the columns. */
    boolean headed() {
        return headed;
    }

    /** As many as there are columns; empty ones where the file has none. */
    List<String> headers() {
        return headers;
    }

    /** How many cells of the column hold a phone number. */
    long numbersIn(int column) {
        return rows.stream()
                .filter(row -> column < row.size() && isNumber(row.get(column)))
                .count();
    }

    /** The first cell of the column that is not blank. */
    Optional<String> firstIn(int column) {
        return rows.stream()
                .filter(row -> column < row.size())
                .map(row -> row.get(column).strip())
                .filter(cell -> !cell.isEmpty())
                .findFirst();
    }

    /** A row without a number; and without what looks like a mistyped one, unless it has a header that we know. */
    private boolean isHeader(List<String> first) {
        return first.stream().noneMatch(this::isNumber)
                && (first.stream().anyMatch(cell -> HeaderWords.kind(cell) != HeaderWords.Kind.OTHER)
                        || first.stream().noneMatch(Sample::hasManyDigits));
    }

    private boolean isNumber(String cell) {
        return TypedNumber.isOne(CsvCell.unguarded(cell.strip()), region);
    }

    private static boolean hasManyDigits(String cell) {
        return cell.chars().filter(Character::isDigit).count() >= DIGITS_OF_A_NUMBER;
    }

    private static List<String> clean(List<String> header) {
        return header.stream().map(cell -> CsvCell.unguarded(cell.strip())).toList();
    }

    private static List<String> unnamed(List<List<String>> rows) {
        return Collections.nCopies(rows.stream().mapToInt(List::size).max().orElse(0), "");
    }
}
