package com.pulsesms.core.memory;

import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Refusal;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Rows that organizations own: each is found only by who asks for its own. */
final class OwnedTable<V> {
    private final MemoryDatabase database;
    private final Table<Owned, V> rows;
    private final Function<V, Owned> keyOf;

    OwnedTable(MemoryDatabase database, Function<V, Owned> keyOf) {
        this.database = database;
        this.rows = database.table(Owned.NEWEST_FIRST);
        this.keyOf = keyOf;
    }

    Optional<V> find(Owned key) {
        return rows.find(key);
    }

    Optional<V> find(OrganizationId organization, UUID id) {
        return rows.find(new Owned(organization, id));
    }

    void insert(V row) {
        rows.insert(keyOf.apply(row), row);
    }

    /** Inserts or replaces; returns what was replaced. */
    Optional<V> put(V row) {
        return rows.put(keyOf.apply(row), row);
    }

    void remove(OrganizationId organization, UUID id) {
        rows.remove(new Owned(organization, id));
    }

    /** The stored row that {@code read} is to be saved over; a {@link Refusal.Conflict} if it is another revision, or gone. */
    V current(V read, ToIntFunction<V> revision) {
        return find(keyOf.apply(read))
                .filter(stored -> revision.applyAsInt(stored) == revision.applyAsInt(read))
                .orElseThrow(() ->
                        new Refusal.Conflict("stale", "Somebody changed it at the same time: look again and repeat"));
    }

    /** In all organizations; to be walked over within a transaction. */
    Stream<V> all() {
        return rows.rows();
    }

    /** Newest first; to be walked over within a transaction. */
    Stream<V> of(OrganizationId organization) {
        return below(Owned.top(organization));
    }

    private Stream<V> below(Owned key) {
        return rows.after(key).takeWhile(row -> keyOf.apply(row).organization().equals(key.organization()));
    }

    /** Newest first. */
    Page<V> page(OrganizationId organization, PageRequest request, Predicate<V> wanted) {
        return database.atomically(() -> {
            var from = request.after().map(id -> new Owned(organization, id)).orElseGet(() -> Owned.top(organization));
            var found = below(from).filter(wanted).limit(request.limit() + 1L).toList();
            return Page.of(found, request, row -> keyOf.apply(row).id());
        });
    }
}
