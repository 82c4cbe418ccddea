package com.pulsesms.core.contact;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from taking a text for a formula: such a cell is written with an apostrophe before it, as OWASP
 * advises against CSV injection, and read without.
 */
final class CsvCell {
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r＝＋－＠].*", Pattern.DOTALL);

    private CsvCell() {}

    static String guarded(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    static String unguarded(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
