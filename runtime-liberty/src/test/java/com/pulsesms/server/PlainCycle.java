package com.pulsesms.server;

import com.pulsesms.bench.Timing;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** What a full cycle changes in the database, and nothing else: batches of fifty, each step with a commit of its own. */
record PlainCycle(BenchServer bench, int messages) {
    private static final int BATCH = 50;
    private static final String INSERT =
            "insert into message (id, organization_id, phone, lane, status, claim, returns,"
                    + " parts, created_at, changed_at) values (?, ?, '+381641234567', 'NORMAL', 'QUEUED', 0, 0, 1, now(), now())";
    private static final String[] STEPS = {
        "update message set status = 'DISPATCHED', claim = claim + 1, due_at = now() where id = ?",
        "update message set accepted_at = now(), due_at = now() where id = ?",
        "update message set status = 'SENT', sent_at = now(), due_at = null where id = ?",
        "update message set status = 'DELIVERED', delivered_at = now() where id = ?",
    };
    private static final String TEXT = "update message set text = 'Hi Visitor!', parts = 1 where id = ?";

    long nanoseconds() throws Exception {
        try (var connection = bench.connection()) {
            connection.setAutoCommit(false);
            var ids = insert(connection);
            return Timing.nanoseconds(() -> {
                for (var from = 0; from < messages; from += BATCH) {
                    cycle(connection, ids, from);
                }
            });
        }
    }

    private UUID[] insert(Connection connection) throws SQLException {
        var ids = new UUID[messages];
        var organization = UUID.randomUUID();
        try (var insert = connection.prepareStatement(INSERT)) {
            for (var n = 0; n < messages; n++) {
                ids[n] = UUID.randomUUID();
                insert.setObject(1, ids[n]);
                insert.setObject(2, organization);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
        return ids;
    }

    private static void cycle(Connection connection, UUID[] ids, int from) throws SQLException {
        for (var step : STEPS) {
            change(connection, step, ids, from);
            if (step.contains("DISPATCHED")) {
                change(connection, TEXT, ids, from);
            }
            connection.commit();
        }
    }

    private static void change(Connection connection, String sql, UUID[] ids, int from) throws SQLException {
        try (var update = connection.prepareStatement(sql)) {
            for (var n = from; n < from + BATCH; n++) {
                update.setObject(1, ids[n]);
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
