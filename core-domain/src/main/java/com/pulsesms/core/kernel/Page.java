package com.pulsesms.core.kernel;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A stretch of a list.
 *
 * @param next where the next page begins, or empty on the last one
 */
public record Page<T>(List<T> items, Optional<UUID> next) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page of rows that were read one beyond the limit, to learn whether there are more.
     *
     * @param idOf the id by which the list is ordered
     */
    public static <T> Page<T> of(List<T> readOneMore, PageRequest request, Function<T, UUID> idOf) {
        if (readOneMore.size() <= request.limit()) {
            return new Page<>(readOneMore, Optional.empty());
        }
        var items = readOneMore.subList(0, request.limit());
        return new Page<>(items, Optional.of(idOf.apply(items.get(items.size() - 1))));
    }

    public <R> Page<R> map(Function<T, R> mapper) {
        return new Page<>(items.stream().map(mapper).toList(), next);
    }
}
