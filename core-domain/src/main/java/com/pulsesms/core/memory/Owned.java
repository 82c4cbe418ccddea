package com.pulsesms.core.memory;

import com.pulsesms.core.kernel.OrganizationId;
import java.util.Comparator;
import java.util.UUID;

/** The key of a row that an organization owns: the rows of one stand together, the newest first. */
record Owned(OrganizationId organization, UUID id) {
    private static final UUID LAST = new UUID(-1, -1);

    static final Comparator<Owned> NEWEST_FIRST = Comparator.comparing(
                    (Owned key) -> key.organization().value(), MemoryDatabase::compare)
            .thenComparing(Owned::id, (a, b) -> MemoryDatabase.compare(b, a));

    /** Before the newest of all. */
    static Owned top(OrganizationId organization) {
        return new Owned(organization, LAST);
    }
}
