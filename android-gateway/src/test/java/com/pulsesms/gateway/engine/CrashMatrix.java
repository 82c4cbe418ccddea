package com.pulsesms.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;

/** A phone that dies at one step again and again: every message is sent at most once, and none is lost. */
public final class CrashMatrix {
    private static final int MESSAGES = 6;

    /** Ends a step as a death does: nothing behind it runs. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1;
    }

    private CrashMatrix() {}

    public static String head() {
        return String.format("%-22s %6s %8s %10s %8s", "death at", "deaths", "sent", "confirmed", "unknown");
    }

    /** Dies at the first, second and third pass of a step, lives on, and returns the row of the table. */
    public static String row(Step step, Outbox outbox) {
        Bench bench = new Bench(outbox);
        bench.server.addMany(MESSAGES);
        int deaths = 0;
        for (int pass = 1; pass <= 3; pass++) {
            deaths += survives(bench, step, pass) ? 0 : 1;
            bench.restart();
        }
        bench.steps = Steps.UNWATCHED;
        for (int i = 0; i < 20; i++) {
            bench.rounds(2);
            bench.server.all().stream()
                    .filter(sms -> sms.status == Status.RETURNED)
                    .forEach(bench.server::requeue);
        }

        long sent = bench.server.with(Status.SENT);
        long unknown = bench.server.with(Status.UNKNOWN);
        assertThat(deaths).isPositive();
        assertThat(bench.radioed.stream().map(claim -> claim.substring(0, claim.indexOf('#'))))
                .doesNotHaveDuplicates();
        assertThat(sent + unknown).isEqualTo(MESSAGES);
        assertThat(bench.radioed.size()).isBetween((int) sent, MESSAGES);
        return String.format("%-22s %6d %8d %10d %8d", step, deaths, bench.radioed.size(), sent, unknown);
    }

    private static boolean survives(Bench bench, Step step, int pass) {
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
