package com.pulsesms.core.contact;

import java.util.ArrayList;
import java.util.List;

/** Counts what becomes of rows, and keeps the first problems. */
final class ImportTally {
    private final List<RowProblem> problems = new ArrayList<>();
    private long rows;
    private long imported;
    private long updated;
    private long duplicates;
    private long invalid;
    private long withoutEmail;

    /** Returns how many rows there are by now. */
    long row() {
        return ++rows;
    }

    void stored(long all, long ofThemKnown) {
        imported += all - ofThemKnown;
        updated += ofThemKnown;
    }

    void duplicate() {
        duplicates++;
    }

    void invalid(RowProblem problem) {
        invalid++;
        keep(problem);
    }

    void withoutEmail(RowProblem problem) {
        withoutEmail++;
        keep(problem);
    }

    private void keep(RowProblem problem) {
        if (problems.size() < ImportReport.MAX_PROBLEMS) {
            problems.add(problem);
        }
    }

    ImportReport report(boolean dryRun, String charset, List<MappedColumn> columns) {
        return new ImportReport(
                dryRun,
                charset,
                columns,
                rows,
                imported,
                updated,
                duplicates,
                invalid,
                withoutEmail,
                problems,
                invalid + withoutEmail - problems.size());
    }
}
