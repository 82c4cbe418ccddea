package com.pulsesms.persistence.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.bench.Figures;
import com.pulsesms.bench.Memory;
import com.pulsesms.bench.Timing;
import com.pulsesms.core.contact.ImportOptions;
import java.io.ByteArrayInputStream;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The import of a CSV file, beside plain batches of the same rows. */
class ImportBenchmark {
    private static final int ROWS = 100_000;
    private static final int BATCH = 1_000;
    private static final int ROUNDS = 3;

    @Test
    void imports() throws Exception {
        var file = file();
        try (var bench = new Bench()) {
            byHand(bench);
            imported(bench, file);
            var plain = new long[ROUNDS];
            var ours = new long[ROUNDS];
            var held = Memory.held();
            for (var round = 0; round < ROUNDS; round++) {
                plain[round] = byHand(bench);
                ours[round] = imported(bench, file);
            }
            var grown = Memory.held() - held;

            var median = Timing.of(ours).median().toMillis();
            var baseline = Timing.of(plain).median().toMillis();
            Figures.of(ImportBenchmark.class)
                    .add("import of 100,000 rows of CSV", median, "ms")
                    .add("the same rows by plain batches", baseline, "ms")
                    .add("ratio", (double) median / baseline, "x", "<= 2")
                    .add("heap held more after it", grown, "MiB", "flat")
                    .publish();
        }
    }

    private static byte[] file() {
        var csv = new StringBuilder("name,phone,city\n");
        for (var n = 0; n < ROWS; n++) {
            csv.append("Visitor ").append(n).append(",064 %07d,Novi Sad\n".formatted(n));
        }
        return csv.toString().getBytes(UTF_8);
    }

    private static long imported(Bench bench, byte[] file) throws Exception {
        var list = bench.emptyList();
        return Timing.nanoseconds(() -> assertThat(bench.core()
                        .contactImport()
                        .run(bench.owner(), list, new ByteArrayInputStream(file), ImportOptions.GUESSED)
                        .imported())
                .isEqualTo(ROWS));
    }

    private static long byHand(Bench bench) throws Exception {
        var list = bench.emptyList();
        return Timing.nanoseconds(() -> {
            try (var connection = bench.connection();
                    var insert = connection.prepareStatement("insert into contact (id, organization_id, list_id, phone,"
                            + " name, email, attributes, created_at) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
                connection.setAutoCommit(false);
                var now = Timestamp.from(Instant.now());
                for (var n = 0; n < ROWS; n++) {
                    insert.setObject(1, UUID.randomUUID());
                    insert.setObject(2, bench.owner().organization().value());
                    insert.setObject(3, list.value());
                    insert.setString(4, "+38164%07d".formatted(n));
                    insert.setString(5, "Visitor " + n);
                    insert.setString(6, null);
                    insert.setString(7, "{\"city\":\"Novi Sad\"}");
                    insert.setTimestamp(8, now);
                    insert.addBatch();
                    if ((n + 1) % BATCH == 0) {
                        insert.executeBatch();
                    }
                }
                connection.commit();
                connection.setAutoCommit(true);
            }
        });
    }
}
