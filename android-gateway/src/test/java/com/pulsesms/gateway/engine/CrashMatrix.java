package com.pulsesms.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A phone that dies at one step again and again: every message is sent at most once, and none is lost. */
public final class CrashMatrix {
    private static final int MESSAGES = 6;

    /** Ends a step as a death does: nothing behind it runs. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1;
    }

    private CrashMatrix() {}

    public static String head() {
        return String.format(
                "%-22s %6s %9s %5s %10s %8s %6s %5s",
                "death at", "deaths", "messages", "sent", "confirmed", "unknown", "twice", "lost");
    }

    /** Dies at the first, second and third pass of a step, lives on with the outbox opened again, and answers with a row. */
    public static String row(Step step, Supplier<Outbox> opening) {
        Bench bench = new Bench(opening.get());
        try {
            return row(step, bench, opening);
        } finally {
            bench.outbox.close();
        }
    }

    private static String row(Step step, Bench bench, Supplier<Outbox> opening) {
        bench.server.addMany(MESSAGES);
        int deaths = 0;
        for (int pass = 1; pass <= 3; pass++) {
            deaths += survives(bench, step, pass) ? 0 : 1;
            bench.restart(opening);
        }
        bench.steps = Steps.UNWATCHED;
        for (int i = 0; i < 20; i++) {
            bench.rounds(2);
            bench.server.all().stream()
                    .filter(sms -> sms.status == Status.RETURNED)
                    .forEach(bench.server::requeue);
        }

        long confirmed = bench.server.with(Status.SENT);
        long unknown = bench.server.with(Status.UNKNOWN);
        long different = bench.radioed.stream()
                .map(claim -> claim.substring(0, claim.indexOf('#')))
                .distinct()
                .count();
        long twice = bench.radioed.size() - different;
        long lost = MESSAGES - confirmed - unknown;
        String row = String.format(
                "%-22s %6d %9d %5d %10d %8d %6d %5d",
                step, deaths, MESSAGES, bench.radioed.size(), confirmed, unknown, twice, lost);
        assertThat(deaths).as(row).isPositive();
        assertThat(twice).as(row).isZero();
        assertThat(lost).as(row).isZero();
        assertThat(different).as(row).isBetween(confirmed, (long) MESSAGES);
        return row;
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
