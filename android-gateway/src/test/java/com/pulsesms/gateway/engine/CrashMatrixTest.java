package com.pulsesms.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.gateway.simulator.FileOutbox;
import java.io.File;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each step × death: every message is sent at most once, and none is lost. */
class CrashMatrixTest {
    private static final int MESSAGES = 6;

    /** Ends a step as a death does: nothing behind it runs. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1;
    }

    @TempDir
    Path folder;

    @BeforeAll
    static void printHead() {
        System.out.printf("%-22s %6s %8s %10s %8s%n", "death at", "deaths", "sent", "delivered*", "unknown");
    }

    @AfterAll
    static void printFoot() {
        System.out.println("sent: radio calls of " + MESSAGES + " messages; *SENT or DELIVERED at the server");
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void sendsAtMostOnceAndLosesNothing(Step step) {
        Outbox outbox = new FileOutbox(new File(folder.toFile(), "outbox"));
        Bench bench = new Bench(outbox);
        bench.server.addMany(MESSAGES);
        int deaths = 0;
        // Dies at the first, second and third pass of each life, then lives on.
        for (int pass = 1; pass <= 3; pass++) {
            deaths += live(bench, step, pass) ? 0 : 1;
            bench.restart();
        }
        bench.steps = Steps.UNWATCHED;
        for (int i = 0; i < 20; i++) {
            bench.rounds(2);
            bench.server.all().stream()
                    .filter(sms -> sms.status == Status.RETURNED)
                    .forEach(bench.server::requeue);
        }
        outbox.close();

        long sent = bench.server.with(Status.SENT);
        long unknown = bench.server.with(Status.UNKNOWN);
        System.out.printf("%-22s %6d %8d %10d %8d%n", step, deaths, bench.radioed.size(), sent, unknown);
        assertThat(deaths).isPositive();
        assertThat(bench.radioed).doesNotHaveDuplicates();
        assertThat(new HashSet<>(bench.radioed.stream()
                        .map(s -> s.substring(0, s.indexOf('#')))
                        .toList()))
                .hasSameSizeAs(bench.radioed);
        assertThat(sent + unknown).isEqualTo(MESSAGES);
        assertThat(bench.radioed.size()).isBetween((int) sent, MESSAGES);
    }

    /** Whether it survived. */
    private static boolean live(Bench bench, Step step, int pass) {
        AtomicInteger left = new AtomicInteger(pass);
        bench.steps = passed -> {
            if (passed == step && left.decrementAndGet() == 0) {
                throw new Death();
            }
        };
        try {
            bench.rounds(5);
            return true;
        } catch (Death death) {
            return false;
        }
    }
}
