package com.pulsesms.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.bench.Figures;
import com.pulsesms.bench.Timing;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A campaign from the claim to the delivery report over HTTP, beside the same changes of rows by plain batches. */
class FullCycleBenchmark {
    private static final int PHONES = 50;
    private static final int WARM = 10_000;
    private static final int MESSAGES = 50_000;

    @TempDir
    private Path folder;

    @Test
    void delivers() throws Exception {
        var threads = Executors.newFixedThreadPool(PHONES);
        try (var bench = BenchServer.start(folder)) {
            var shop = Workspace.signUp(bench.url());
            var phones = new ArrayList<QuickPhone>();
            for (var n = 0; n < PHONES; n++) {
                phones.add(new QuickPhone(bench, bench.unpaced(shop)));
            }
            campaign(shop, WARM);
            run(threads, phones);
            campaign(shop, MESSAGES);

            var ours = rate(
                    Timing.nanoseconds(() -> assertThat(run(threads, phones)).isEqualTo(MESSAGES)));
            var plain = rate(new PlainCycle(bench, MESSAGES).nanoseconds());

            Figures.of(FullCycleBenchmark.class)
                    .add("claim, accept, sent, delivered over HTTP, 50 phones", ours, "1/s", ">= 2000")
                    .add("the same changes by plain batches", plain, "1/s")
                    .add("ratio", ours / plain, "x", ">= 0.5")
                    .publish();
        } finally {
            threads.shutdownNow();
        }
    }

    private static double rate(long nanoseconds) {
        return MESSAGES * 1e9 / nanoseconds;
    }

    private static int run(ExecutorService threads, ArrayList<QuickPhone> phones) throws Exception {
        var sent = 0;
        for (Future<Integer> phone : threads.invokeAll(phones)) {
            sent += phone.get();
        }
        return sent;
    }

    /** A started one, all of whose messages wait. */
    private static void campaign(Workspace shop, int contacts) throws Exception {
        var program = shop.program();
        var list = program.post("contacts", "{\"name\": \"Customers " + UUID.randomUUID() + "\"}")
                .json()
                .getString("id");
        var csv = new StringBuilder("name,phone\n");
        for (var n = 0; n < contacts; n++) {
            csv.append("Visitor ").append(n).append(",064 %07d\n".formatted(n));
        }
        assertThat(program.post("contacts/" + list + "/import", "text/csv", csv.toString())
                        .status())
                .isEqualTo(200);
        var campaign = program.post("campaigns", """
                {"name": "Sale", "text": "Hi {{name|there}}!", "lists": ["%s"]}
                """.formatted(list)).json().getString("id");
        assertThat(program.post("campaigns/" + campaign + "/start", "{}").status())
                .isEqualTo(200);
        while (queued(program.get("campaigns/" + campaign).json()) < contacts) {
            Thread.onSpinWait();
        }
    }

    private static int queued(JsonObject campaign) {
        return campaign.getJsonObject("counts").getInt("queued");
    }
}
