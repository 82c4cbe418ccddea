package com.pulsesms.core.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Runs work on several threads that begin together. */
public final class AtOnce {
    private AtOnce() {}

    /** The results in the order of the threads' numbers, from 0; what one throws is thrown. */
    public static <T> List<T> call(int threads, IntFunction<T> work) {
        var start = new CyclicBarrier(threads);
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var running = new ArrayList<Callable<T>>();
            for (var n = 0; n < threads; n++) {
                var number = n;
                running.add(() -> {
                    start.await(10, TimeUnit.SECONDS);
                    return work.apply(number);
                });
            }
            var results = new ArrayList<T>();
            for (var future : pool.invokeAll(running, 1, TimeUnit.MINUTES)) {
                results.add(result(future));
            }
            return results;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> T result(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("One of several threads failed", e.getCause());
        }
    }
}
