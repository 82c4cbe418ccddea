package com.pulsesms.core.memory;

import com.pulsesms.core.kernel.QuotaId;
import com.pulsesms.core.kernel.UserId;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;

/** How many messages of each month's quota accounts have used. */
final class QuotaTable {
    private final MemoryDatabase database;
    private final Table<QuotaId, Quota> quotas;

    QuotaTable(MemoryDatabase database) {
        this.database = database;
        this.quotas = database.tableById(QuotaId::value);
    }

    private record Quota(QuotaId id, UserId owner, YearMonth month, long used) {
        private Quota plus(long messages) {
            return new Quota(id, owner, month, used + messages);
        }
    }

    long used(UserId owner, YearMonth month) {
        return find(owner, month).map(Quota::used).orElse(0L);
    }

    Optional<QuotaId> take(UserId owner, YearMonth month, long messages, long limit) {
        var taken = find(owner, month)
                .orElseGet(() -> new Quota(new QuotaId(UUID.randomUUID()), owner, month, 0))
                .plus(messages);
        if (taken.used > limit) {
            return Optional.empty();
        }
        quotas.put(taken.id, taken);
        return Optional.of(taken.id);
    }

    void giveBack(QuotaId quota, long messages) {
        quotas.put(quota, quotas.find(quota).orElseThrow().plus(-messages));
    }

    private Optional<Quota> find(UserId owner, YearMonth month) {
        return database.atomically(() -> quotas.rows()
                .filter(quota -> quota.owner.equals(owner) && quota.month.equals(month))
                .findFirst());
    }
}
