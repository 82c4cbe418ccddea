package com.pulsesms.core.contact;

import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.FieldError;
import com.pulsesms.core.kernel.IdGenerator;
import com.pulsesms.core.kernel.OptOutId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Region;
import com.pulsesms.core.kernel.Transactions;
import com.pulsesms.core.organization.Organization;
import com.pulsesms.core.organization.OrganizationStore;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeping the numbers that an organization must not write to. Campaigns leave them out when their messages are made and
 * again when those are handed to a phone; single messages to them are refused.
 */
public final class OptOuts {
    /** The most numbers that are added at once; more come in a file. */
    public static final int MAX_AT_ONCE = 1000;

    private final OptOutStore store;
    private final OrganizationStore organizations;
    private final Transactions transactions;
    private final IdGenerator ids;
    private final Clock clock;

    public OptOuts(
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
     * Who doesn't want to be written to.
     *
     * @param phones international, or national in the organization's region
     * @param at when they asked for it; empty for now
     */
    public record Draft(List<String> phones, Optional<String> reason, Optional<Instant> at) {
        public static Draft of(String... phones) {
            return new Draft(List.of(phones), Optional.empty(), Optional.empty());
        }
    }

    /**
     * Adds them all, or none. A number that is opted out already stays as it is.
     *
     * @return what holds for each different number, in the order given
     * @throws Refusal.Invalid naming each field that isn't right
     */
    public List<OptOut> add(Actor actor, Draft draft) {
        actor.require(Permission.CONTACTS_WRITE);
        return transactions.call(() -> {
            var now = clock.instant();
            var at = draft.at().orElse(now);
            var phones = checked(draft, region(actor), now);
            store.add(
                    actor.organization(),
                    phones.stream()
                            .map(phone -> new OptOut(
                                    new OptOutId(ids.next()), actor.organization(), phone, draft.reason(), at))
                            .toList());
            var all = store.of(actor.organization(), phones);
            return phones.stream()
                    .flatMap(phone -> Optional.ofNullable(all.get(phone)).stream())
                    .toList();
        });
    }

    private static Set<PhoneNumber> checked(Draft draft, Region region, Instant now) {
        var errors = new ArrayList<FieldError>();
        if (draft.phones().isEmpty() || draft.phones().size() > MAX_AT_ONCE) {
            errors.add(new FieldError(
                    "phones", "Give 1 to " + MAX_AT_ONCE + " numbers; more can be imported from a file"));
        }
        if (draft.at().filter(now::isBefore).isPresent()) {
            errors.add(new FieldError("at", "This time has not come yet"));
        }
        var phones = new LinkedHashSet<PhoneNumber>();
        for (var typed : draft.phones()) {
            try {
                phones.add(PhoneNumber.parse(typed, region));
            } catch (Refusal.Invalid refusal) {
                refusal.errors().forEach(e -> errors.add(new FieldError("phones", typed.strip() + ": " + e.message())));
            }
        }
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors);
        }
        return phones;
    }

    /** Lets the number be written to again. */
    public void remove(Actor actor, OptOutId id) {
        actor.require(Permission.CONTACTS_WRITE);
        transactions.run(() -> {
            if (!store.delete(actor.organization(), id)) {
                throw noSuch();
            }
        });
    }

    public OptOut find(Actor actor, OptOutId id) {
        actor.require(Permission.CONTACTS_READ);
        return transactions.call(() -> store.find(actor.organization(), id)).orElseThrow(OptOuts::noSuch);
    }

    /** Newest first. */
    public Page<OptOut> page(Actor actor, PageRequest request) {
        actor.require(Permission.CONTACTS_READ);
        return transactions.call(() -> store.page(actor.organization(), request));
    }

    /**
     * The opt-out of a number, if there is one.
     *
     * @param phone international, or national in the organization's region
     * @throws Refusal.Invalid with field {@code phone} if it is no number
     */
    public Optional<OptOut> search(Actor actor, String phone) {
        actor.require(Permission.CONTACTS_READ);
        return transactions.call(() -> {
            var number = PhoneNumber.parse(phone, region(actor));
            return Optional.ofNullable(
                    store.of(actor.organization(), Set.of(number)).get(number));
        });
    }

    /**
     * Writes them as CSV that spreadsheets open and {@link OptOutImport} reads back, page by page, newest first, and does
     * not close it.
     */
    public void export(Actor actor, OutputStream out) {
        actor.require(Permission.CONTACTS_READ);
        var csv = new CsvExport(out, OptOutImport.COLUMNS);
        var request = Optional.of(PageRequest.first(PageRequest.MAX_LIMIT));
        while (request.isPresent()) {
            var current = request.get();
            var page = transactions.call(() -> store.page(actor.organization(), current));
            page.items().forEach(optOut -> csv.write(cells(optOut)));
            request = page.next().map(current::after);
        }
        csv.finish();
    }

    private static List<String> cells(OptOut optOut) {
        return List.of(
                optOut.phone().e164(),
                optOut.reason().map(CsvCell::guarded).orElse(""),
                optOut.at().toString());
    }

    private Region region(Actor actor) {
        return organizations
                .find(actor.organization())
                .map(Organization::region)
                .orElseThrow(() -> new Refusal.NotFound("No such organization"));
    }

    private static Refusal noSuch() {
        return new Refusal.NotFound("No such opt-out");
    }
}
