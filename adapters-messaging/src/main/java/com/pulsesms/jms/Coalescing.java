package com.pulsesms.jms;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs an action for a key at once, and for all who ask again within a pause once more after it: the action is begun after
 * the last who asked, and not more often than once a pause. It runs on the executor, never on the asker's thread.
 */
final class Coalescing<K> {
    private static final System.Logger LOG = System.getLogger(Coalescing.class.getName());

    private final ScheduledExecutorService executor;
    private final Duration pause;
    private final Consumer<K> action;

    /** The keys whose pause lasts, each with whether it was asked for again. */
    private final Map<K, Boolean> askedAgain = new ConcurrentHashMap<>();

    Coalescing(ScheduledExecutorService executor, Duration pause, Consumer<K> action) {
        this.executor = executor;
        this.pause = pause;
        this.action = action;
    }

    void ask(K key) {
        var within = askedAgain.merge(key, false, (first, again) -> true);
        if (!within) {
            onExecutor(key, () -> executor.execute(() -> run(key)));
        }
    }

    private void run(K key) {
        try {
            action.accept(key);
        } finally {
            onExecutor(key, () -> executor.schedule(() -> pauseOver(key), pause.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    private void pauseOver(K key) {
        if (!askedAgain.remove(key, false)) {
            // Before the action: who asks while it runs gets one more.
            askedAgain.put(key, false);
            run(key);
        }
    }

    private void onExecutor(K key, Runnable submission) {
        try {
            submission.run();
        } catch (RejectedExecutionException | IllegalStateException stopping) {
            askedAgain.remove(key);
            LOG.log(System.Logger.Level.DEBUG, "The server stops; nobody is told any more", stopping);
        }
    }
}
