package com.pulsesms.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether the used version of H2 keeps what it committed when its process dies while several connections write. A version
 * that does not makes two phones send the same message; it shows in one of about sixty deaths.
 */
class H2DurabilityIT {
    private static final int DEATHS = 40;
    private static final int CONNECTIONS = 8;
    private static final int ROWS = 20;

    @TempDir
    private Path folder;

    /** The first row of each batch of rows whose commit was answered. */
    private final Set<Integer> inserted = ConcurrentHashMap.newKeySet();

    private final Set<Integer> changed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger batches = new AtomicInteger();

    @RepeatedTest(DEATHS)
    void keepsWhatItCommittedWhicheverWriteIsItsLast(RepetitionInfo repetition) throws Exception {
        DyingDisk.register();
        DyingDisk.dieAfter(Long.MAX_VALUE);

        var file = folder.resolve("rows.mv.db");
        try (var dying = connect("dying:");
                var statement = dying.createStatement()) {
            statement.execute("create table item (id int primary key, state varchar, filler varchar)");
            statement.execute("create index item_by_state on item (state)");
            DyingDisk.dieAfter(100 + new Random(repetition.getCurrentRepetition()).nextInt(1_400));
            writeUntilDead();
            Files.copy(file, folder.resolve("left.mv.db"));
            statement.execute("shutdown immediately");
        } catch (SQLException closed) {
            // It can't close what it has shut down at once.
            assertThat(DyingDisk.dead()).isTrue();
        }
        Files.copy(folder.resolve("left.mv.db"), file, StandardCopyOption.REPLACE_EXISTING);

        try (var again = connect("")) {
            var states = states(again);
            assertThat(all(inserted)).allMatch(states::containsKey);
            assertThat(all(changed)).allMatch(id -> "changed".equals(states.get(id)));
        }
    }

    private Connection connect(String disk) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:" + disk + folder.resolve("rows") + TestDatabase.H2_SETTINGS + ";FILE_LOCK=NO", "sa", "");
    }

    private void writeUntilDead() throws InterruptedException {
        var writers = new ArrayList<Thread>();
        for (var i = 0; i < CONNECTIONS; i++) {
            writers.add(new Thread(this::write));
        }
        writers.forEach(Thread::start);
        for (var writer : writers) {
            writer.join();
        }
    }

    private void write() {
        try (var connection = connect("dying:");
                var insert = connection.prepareStatement("insert into item values (?, 'new', repeat('x', 150))");
                var update =
                        connection.prepareStatement("update item set state = 'changed' where id between ? and ?")) {
            connection.setAutoCommit(false);
            while (!DyingDisk.dead()) {
                var first = batches.getAndIncrement() * ROWS;
                for (var id = first; id < first + ROWS; id++) {
                    insert.setInt(1, id);
                    insert.addBatch();
                }
                insert.executeBatch();
                commit(connection, first, inserted);
                update.setInt(1, first);
                update.setInt(2, first + ROWS - 1);
                update.executeUpdate();
                commit(connection, first, changed);
                pauses(first);
            }
        } catch (SQLException e) {
            // What died answers with errors; what it answered before is what counts.
            assertThat(DyingDisk.dead()).isTrue();
        }
    }

    /** Some connections are idle at times, so that transactions of different ages meet. */
    private static void pauses(int first) {
        if (first / ROWS % 2 == 0) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static void commit(Connection connection, int first, Set<Integer> answered) throws SQLException {
        connection.commit();
        if (!DyingDisk.dead()) {
            answered.add(first);
        }
    }

    private static List<Integer> all(Set<Integer> batches) {
        return batches.stream()
                .flatMap(first -> IntStream.range(first, first + ROWS).boxed())
                .toList();
    }

    private static Map<Integer, String> states(Connection connection) throws SQLException {
        var states = new HashMap<Integer, String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id, state from item")) {
            while (rows.next()) {
                states.put(rows.getInt(1), rows.getString(2));
            }
        }
        return states;
    }
}
