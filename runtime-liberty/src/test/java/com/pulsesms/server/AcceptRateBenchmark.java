package com.pulsesms.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.bench.Figures;
import com.pulsesms.bench.Timing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single messages over the API on sixteen connections, beside inserts of the same rows, each with a commit of its own. */
class AcceptRateBenchmark {
    private static final int CONNECTIONS = 16;
    private static final int EACH = 300;
    private static final String INSERT = "insert into message (id, organization_id, phone, text, lane, status, claim,"
            + " returns, parts, created_at, changed_at)"
            + " values (?, ?, '+381641234567', 'Hello', 'NORMAL', 'QUEUED', 0, 0, 1, now(), now())";

    @TempDir
    private Path folder;

    @Test
    void accepts() throws Exception {
        try (var bench = BenchServer.start(folder)) {
            var shop = Workspace.signUp(bench.url());
            sent(bench, shop);
            inserted(bench);

            var ours = rate(Timing.nanoseconds(() -> sent(bench, shop)));
            var plain = rate(Timing.nanoseconds(() -> inserted(bench)));

            Figures.of(AcceptRateBenchmark.class)
                    .add("messages accepted over HTTP, 16 connections", ours, "1/s")
                    .add("plain inserts, one to a commit, 16 connections", plain, "1/s")
                    .add("ratio", ours / plain, "x", ">= 0.5")
                    .publish();
        }
    }

    private static double rate(long nanoseconds) {
        return CONNECTIONS * EACH * 1e9 / nanoseconds;
    }

    private static void sent(BenchServer bench, Workspace shop) throws Exception {
        var json = "{\"to\": \"+381641234567\", \"text\": \"Hello\"}";
        atOnce(() -> {
            for (var n = 0; n < EACH; n++) {
                assertThat(bench.post(shop.program().token(), "messages", json).status())
                        .isEqualTo(201);
            }
        });
    }

    private static void inserted(BenchServer bench) throws Exception {
        var organization = UUID.randomUUID();
        atOnce(() -> {
            try (var connection = bench.connection();
                    var insert = connection.prepareStatement(INSERT)) {
                for (var n = 0; n < EACH; n++) {
                    insert.setObject(1, UUID.randomUUID());
                    insert.setObject(2, organization);
                    insert.executeUpdate();
                }
            }
        });
    }

    static void atOnce(Timing.Step step) throws Exception {
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            var running = new ArrayList<Future<?>>();
            for (var n = 0; n < CONNECTIONS; n++) {
                running.add(threads.submit(() -> {
                    step.run();
                    return null;
                }));
            }
            for (var one : running) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
