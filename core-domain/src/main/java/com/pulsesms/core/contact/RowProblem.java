package com.pulsesms.core.contact;

/**
 * What was wrong with a row of a file.
 *
 * @param line where the row begins, from 1 on
 * @param column the header of the cell, or its number
 * @param value the beginning of what the cell holds, without control characters
 * @param reason a sentence for a person
 * @param imported whether the row was imported all the same, without this cell
 */
public record RowProblem(long line, String column, String value, String reason, boolean imported) {
    private static final int SHOWN = 60;

    public RowProblem {
        value = value.replaceAll("\\p{Cntrl}+", " ").strip();
        if (value.codePointCount(0, value.length()) > SHOWN) {
            value = value.substring(0, value.offsetByCodePoints(0, SHOWN)) + "…";
        }
    }

    static RowProblem refused(long line, MappedColumn column, String value, String reason) {
        return new RowProblem(line, column.label(), value, reason, false);
    }
}
