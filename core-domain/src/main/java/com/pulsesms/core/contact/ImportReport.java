package com.pulsesms.core.contact;

import java.util.List;

/**
 * What an import did, or in a dry run would do. Each row that is not blank is imported, updated, a duplicate or invalid.
 *
 * @param charset how characters were encoded
 * @param columns how the file's columns were understood
 * @param rows those that are not blank, the header aside
 * @param imported new contacts
 * @param updated rows whose number was on the list before
 * @param duplicates rows whose number stands in the file before; the first wins
 * @param invalid rows that were left out
 * @param withoutEmail rows that were imported without their e-mail address, which is none
 * @param problems the first {@value #MAX_PROBLEMS} of them, in the order of the file
 * @param unlistedProblems how many there are beyond these
 */
public record ImportReport(
        boolean dryRun,
        String charset,
        List<MappedColumn> columns,
        long rows,
        long imported,
        long updated,
        long duplicates,
        long invalid,
        long withoutEmail,
        List<RowProblem> problems,
        long unlistedProblems) {
    public static final int MAX_PROBLEMS = 1000;

    public ImportReport {
        columns = List.copyOf(columns);
        problems = List.copyOf(problems);
    }
}
