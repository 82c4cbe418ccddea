package com.pulsesms.persistence.billing;

import com.pulsesms.persistence.Sql;
import java.util.Collection;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What messages hold of quotas. */
public final class Holdings {
    private static final String GIVE_BACK = " where id = any(?) and quota_id is not null and " + UsedUp.IS_NOT;

    private Holdings() {}

    /**
     * Gives back what those of the messages hold that ended without having left. Whoever lets messages end so calls it in
     * the same transaction; doing so again gives back nothing.
     */
    public static void giveBack(Sql sql, Collection<UUID> messages) {
        var held = sql.query(
                "select quota_id from message" + GIVE_BACK + " order by id for update",
                row -> row.id("quota_id"),
                messages);
        if (held.isEmpty()) {
            return;
        }
        sql.update("update message set quota_id = null" + GIVE_BACK, messages);
        held.stream()
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .forEach((quota, count) -> giveBack(sql, quota, count));
    }

    static void giveBack(Sql sql, UUID quota, long messages) {
        sql.update("update quota set used = used - ? where id = ?", messages, quota);
    }
}
