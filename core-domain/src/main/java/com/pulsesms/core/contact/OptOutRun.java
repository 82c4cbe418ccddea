package com.pulsesms.core.contact;

import com.pulsesms.core.kernel.IdGenerator;
import com.pulsesms.core.kernel.OptOutId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.kernel.Region;
import com.pulsesms.core.kernel.Text;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One run of an import of opt-outs: holds no more than a batch of them and the set of numbers that it has met. */
final class OptOutRun {
    private static final int BATCH = 1000;

    private final OptOutStore store;
    private final OrganizationId organization;
    private final IdGenerator ids;
    private final Instant now;
    private final ImportOptions options;

    private final SeenNumbers seen = new SeenNumbers();
    private final List<OptOut> batch = new ArrayList<>();
    private final ImportTally tally = new ImportTally();

    OptOutRun(OptOutStore store, OrganizationId organization, IdGenerator ids, Instant now, ImportOptions options) {
        this.store = store;
        this.organization = organization;
        this.ids = ids;
        this.now = now;
        this.options = options;
    }

    ImportReport read(InputStream file, Region region) {
        var rows = new NumberedRows(file, options, region, tally);
        rows.forEach((row, phone) -> take(rows.columns().attributes(row.cells()), phone));
        flush();
        return rows.report(options.dryRun());
    }

    private void take(Map<String, String> cells, PhoneNumber phone) {
        if (!seen.add(phone)) {
            tally.duplicate();
            return;
        }
        var reason = Optional.ofNullable(cells.get(OptOutImport.REASON)).map(OptOutRun::cut);
        var at = Optional.ofNullable(cells.get(OptOutImport.AT)).flatMap(this::time);
        batch.add(new OptOut(new OptOutId(ids.next()), organization, phone, reason, at.orElse(now)));
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private static String cut(String reason) {
        var clean = Text.clean(reason);
        return clean.length() > OptOut.REASON_LIMIT ? Text.clean(clean.substring(0, OptOut.REASON_LIMIT)) : clean;
    }

    private Optional<Instant> time(String cell) {
        try {
            return Optional.of(OffsetDateTime.parse(cell).toInstant()).filter(at -> !at.isAfter(now));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void flush() {
        var phones = batch.stream().map(OptOut::phone).collect(Collectors.toSet());
        var known = options.dryRun()
                ? store.of(organization, phones).size()
                : batch.size() - store.add(organization, batch);
        tally.stored(batch.size(), known);
        batch.clear();
    }
}
