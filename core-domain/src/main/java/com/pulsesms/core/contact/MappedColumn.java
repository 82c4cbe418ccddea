package com.pulsesms.core.contact;

/**
 * How a column of a file was understood.
 *
 * @param number from 1 on
 * @param header as it stands in the file; empty if the file has none
 * @param target what the column became, as {@link ColumnMapping#targets()} says
 */
public record MappedColumn(int number, String header, String target) {
    /** What the column is called when speaking of it. */
    public String label() {
        return header.isEmpty() ? "column " + number : header;
    }
}
