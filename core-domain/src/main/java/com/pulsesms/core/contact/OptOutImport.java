package com.pulsesms.core.contact;

import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.IdGenerator;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Transactions;
import com.pulsesms.core.kernel.VariableName;
import com.pulsesms.core.organization.Organization;
import com.pulsesms.core.organization.OrganizationStore;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;

/**
 * Taking opt-outs from a CSV file, such as another system's suppression list or our own export.
 *
 * <p>The file is read once, row by row, in one transaction: either all of its valid rows are imported, or nothing. A number
 * that is opted out already stays as it is. What counts is the number: a reason that is too long is cut, and a time that
 * can't be read, or has not come yet, is taken for now.
 */
public final class OptOutImport {
    static final String REASON = "reason";
    static final String AT = "opted_out_at";

    /** The columns of an export; a file may have others, which are passed over. */
    static final List<String> COLUMNS = List.of(VariableName.PHONE, REASON, AT);

    private final OptOutStore store;
    private final OrganizationStore organizations;
    private final Transactions transactions;
    private final IdGenerator ids;
    private final Clock clock;

    public OptOutImport(
            OptOutStore store,
            OrganizationStore organizations,
            Transactions transactions,
            IdGenerator ids,
            Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Reads the file to its end, and does not close it. In the report, {@code imported} counts new opt-outs and {@code
     * updated} those that were there before.
     *
     * @throws Refusal.Invalid with field {@code file} or {@code mapping} if it can't be imported at all
     * @throws java.io.UncheckedIOException if it can't be read
     */
    public ImportReport run(Actor actor, InputStream file, ImportOptions options) {
        actor.require(Permission.CONTACTS_WRITE);
        return transactions.call(() -> {
            var region = organizations
                    .find(actor.organization())
                    .map(Organization::region)
                    .orElseThrow(() -> new Refusal.NotFound("No such organization"));
            return new OptOutRun(store, actor.organization(), ids, clock.instant(), options).read(file, region);
        });
    }
}
