package com.pulsesms.rest;

import com.pulsesms.core.kernel.Page;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a list.
 *
 * @param nextCursor what to send as {@code after} for the next stretch; null at the end
 */
public record PageJson<T>(List<T> data, @Nullable String nextCursor) {
    public static <S, T> PageJson<T> of(Page<S> page, Function<S, T> json) {
        return new PageJson<>(
                page.items().stream().map(json).toList(),
                page.next().map(UUID::toString).orElse(null));
    }
}
