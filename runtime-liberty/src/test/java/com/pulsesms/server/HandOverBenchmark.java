package com.pulsesms.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.bench.Figures;
import com.pulsesms.bench.Timing;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the answer to a sender until the text is in the hand of a parked phone, while a thousand others are parked. */
class HandOverBenchmark {
    private static final int PARKED = 1_000;
    private static final int WARM = 100;
    private static final int SENT = 400;

    @TempDir
    private Path folder;

    @Test
    void handsOver() throws Exception {
        try (var bench = BenchServer.start(folder)) {
            var others = Workspace.signUp(bench.url());
            for (var n = 0; n < PARKED; n++) {
                park(bench, others.pair());
            }
            var shop = Workspace.signUp(bench.url());
            var phone = bench.unpaced(shop);

            var empty = measured(() -> empty(bench, shop));
            var handOver = measured(() -> handOver(bench, shop, phone));

            var floor = millis(empty.median().toNanos());
            Figures.of(HandOverBenchmark.class)
                    .add("empty request, p50", floor, "ms")
                    .add(
                            "hand-over above it, p50",
                            millis(handOver.percentile(0.5).toNanos()) - floor,
                            "ms",
                            "<= 10")
                    .add(
                            "hand-over above it, p99",
                            millis(handOver.percentile(0.99).toNanos()) - floor,
                            "ms",
                            "<= 50")
                    .publish();
        }
    }

    private interface Measurement {
        long nanoseconds() throws Exception;
    }

    private static Timing measured(Measurement measurement) throws Exception {
        for (var n = 0; n < WARM; n++) {
            measurement.nanoseconds();
        }
        var times = new long[SENT];
        for (var n = 0; n < SENT; n++) {
            times[n] = measurement.nanoseconds();
        }
        return Timing.of(times);
    }

    private static double millis(long nanoseconds) {
        return nanoseconds / 1e6;
    }

    /** Polls again and again until the server ends. */
    private static void park(BenchServer bench, Phone phone) {
        poll(bench, phone).thenAccept(answer -> park(bench, phone));
    }

    private static CompletableFuture<Answer> poll(BenchServer bench, Phone phone) {
        var request = bench.request(phone.caller().token(), "gateway/messages/claim", "{\"wait\": 55, \"max\": 50}");
        return bench.http().sendAsync(request, BodyHandlers.ofString()).thenApply(BenchServer::answer);
    }

    private static long empty(BenchServer bench, Workspace shop) throws Exception {
        return Timing.nanoseconds(() -> assertThat(
                        bench.post(shop.program().token(), "messages", "{}").status())
                .isEqualTo(400));
    }

    private static long handOver(BenchServer bench, Workspace shop, Phone phone) throws Exception {
        var poll = poll(bench, phone).thenApply(answer -> new Arrival(answer, System.nanoTime()));
        bench.post(shop.program().token(), "messages", "{\"to\": \"+381641234567\", \"text\": \"Hello\"}");
        var answered = System.nanoTime();
        var arrival = poll.get(60, TimeUnit.SECONDS);
        var message = phone.messages(CompletableFuture.completedFuture(arrival.answer()))
                .get(0);
        var id = message.getString("id");
        var claim = message.getInt("claim");
        bench.post(
                phone.caller().token(),
                "gateway/messages/accept",
                "{\"messages\": [{\"id\": \"%s\", \"claim\": %d}]}".formatted(id, claim));
        bench.post(
                phone.caller().token(),
                "gateway/heartbeat",
                Phone.HEARTBEAT.formatted(Phone.report(1, id, claim, "DELIVERED")));
        // A phone that has the text before its sender has the answer did not wait at all.
        return Math.max(0, arrival.at() - answered);
    }

    private record Arrival(Answer answer, long at) {}
}
