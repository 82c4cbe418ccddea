package com.pulsesms.core.contact;

import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.IdGenerator;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Transactions;
import com.pulsesms.core.organization.Organization;
import com.pulsesms.core.organization.OrganizationStore;
import java.io.InputStream;
import java.time.Clock;

/**
 * Filling a list from the CSV file of a phone book or a spreadsheet.
 *
 * <p>The file is read once, row by row, in one transaction: either all of its valid rows are imported, or nothing. A row
 * with a number that is on the list updates that contact, and what the row leaves blank stays. An e-mail address that is
 * none is left out, since the number is what counts; a number that is none leaves out the row. Both are reported.
 */
public final class ContactImport {
    /** The most rows that one file may have. */
    public static final int MAX_ROWS = 500_000;

    private final ContactStore store;
    private final OrganizationStore organizations;
    private final Transactions transactions;
    private final IdGenerator ids;
    private final Clock clock;

    public ContactImport(
            ContactStore store,
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
     * Reads the file to its end, and does not close it.
     *
     * @throws Refusal.Invalid with field {@code file} or {@code mapping} if it can't be imported at all
     * @throws java.io.UncheckedIOException if it can't be read
     */
    public ImportReport run(Actor actor, ContactListId id, InputStream file, ImportOptions options) {
        actor.require(Permission.CONTACTS_WRITE);
        return transactions.call(() -> {
            var organization = actor.organization();
            var list = (options.dryRun() ? store.find(organization, id) : store.lock(organization, id))
                    .orElseThrow(Contacts::noSuchList);
            var region = organizations
                    .find(organization)
                    .map(Organization::region)
                    .orElseThrow(() -> new Refusal.NotFound("No such organization"));
            return new ImportRun(store, list, region, ids, clock.instant(), options).read(file);
        });
    }
}
