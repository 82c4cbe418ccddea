package com.pulsesms.persistence;

import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import jakarta.persistence.TypedQuery;
import java.util.UUID;
import java.util.function.Function;

/** Reads stretches of lists that are ordered by id, beginning at a cursor. */
public final class Pages {
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    private Pages() {}

    /** Of a query for ids below the parameter {@code before}, newest first. */
    public static <R, T> Page<T> newestFirst(
            TypedQuery<R> query, PageRequest request, Function<R, T> toItem, Function<T, UUID> idOf) {
        return page(query.setParameter("before", before(request)), request, toItem, idOf);
    }

    /** Of a query for ids above the parameter {@code after}, oldest first. */
    public static <R, T> Page<T> oldestFirst(
            TypedQuery<R> query, PageRequest request, Function<R, T> toItem, Function<T, UUID> idOf) {
        return page(query.setParameter("after", request.after().orElse(FIRST)), request, toItem, idOf);
    }

    /** Where the ids of a stretch lie below. */
    public static UUID before(PageRequest request) {
        return request.after().orElse(LAST);
    }

    private static <R, T> Page<T> page(
            TypedQuery<R> query, PageRequest request, Function<R, T> toItem, Function<T, UUID> idOf) {
        var rows = query.setMaxResults(request.limit() + 1).getResultList();
        return Page.of(rows.stream().map(toItem).toList(), request, idOf);
    }
}
