package com.pulsesms.core.kernel;

import java.util.Optional;
import java.util.UUID;

/**
 * Which stretch of a list is asked for. Lists are ordered by id, and ids by time.
 *
 * @param limit how many at most, 1 to {@value #MAX_LIMIT}
 * @param after the id that the stretch begins after, or empty for the beginning
 */
public record PageRequest(int limit, Optional<UUID> after) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new Refusal.Invalid("limit", "A page has 1 to " + MAX_LIMIT + " entries");
        }
    }

    public static PageRequest first(int limit) {
        return new PageRequest(limit, Optional.empty());
    }

    public static PageRequest first() {
        return first(DEFAULT_LIMIT);
    }

    public PageRequest after(UUID id) {
        return new PageRequest(limit, Optional.of(id));
    }
}
