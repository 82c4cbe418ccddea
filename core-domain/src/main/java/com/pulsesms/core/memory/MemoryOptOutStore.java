package com.pulsesms.core.memory;

import com.pulsesms.core.contact.OptOut;
import com.pulsesms.core.contact.OptOutStore;
import com.pulsesms.core.kernel.OptOutId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.PhoneNumber;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opt-outs in a {@link MemoryDatabase}. */
public final class MemoryOptOutStore implements OptOutStore {
    private final MemoryDatabase database;
    private final OwnedTable<OptOut> rows;
    private final Table<Line, OptOut> lines;

    public MemoryOptOutStore(MemoryDatabase database) {
        this.database = database;
        this.rows = new OwnedTable<>(
                database, optOut -> new Owned(optOut.organization(), optOut.id().value()));
        this.lines = database.table(
                Comparator.comparing((Line key) -> key.organization().value(), MemoryDatabase::compare)
                        .thenComparing(key -> key.phone().e164()));
    }

    private record Line(OrganizationId organization, PhoneNumber phone) {
        private static Line of(OptOut optOut) {
            return new Line(optOut.organization(), optOut.phone());
        }
    }

    @Override
    public int add(OrganizationId organization, Collection<OptOut> optOuts) {
        return database.atomically(() -> {
            var fresh = optOuts.stream()
                    .filter(optOut -> !lines.contains(Line.of(optOut)))
                    .toList();
            fresh.forEach(optOut -> {
                rows.insert(optOut);
                lines.insert(Line.of(optOut), optOut);
            });
            return fresh.size();
        });
    }

    @Override
    public boolean delete(OrganizationId organization, OptOutId id) {
        return database.atomically(() -> {
            var stored = find(organization, id);
            stored.ifPresent(optOut -> {
                rows.remove(organization, id.value());
                lines.remove(Line.of(optOut));
            });
            return stored.isPresent();
        });
    }

    @Override
    public Optional<OptOut> find(OrganizationId organization, OptOutId id) {
        return rows.find(organization, id.value());
    }

    @Override
    public Map<PhoneNumber, OptOut> of(OrganizationId organization, Set<PhoneNumber> phones) {
        return database.atomically(() -> {
            var found = new HashMap<PhoneNumber, OptOut>();
            phones.forEach(
                    phone -> lines.find(new Line(organization, phone)).ifPresent(optOut -> found.put(phone, optOut)));
            return found;
        });
    }

    /** Whether the number is opted out. */
    boolean has(OrganizationId organization, PhoneNumber phone) {
        return lines.contains(new Line(organization, phone));
    }

    @Override
    public Page<OptOut> page(OrganizationId organization, PageRequest request) {
        return rows.page(organization, request, optOut -> true);
    }
}
