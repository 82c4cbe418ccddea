package com.pulsesms.rest.gateway;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Runs at most so many tasks at once on another executor; the others wait in line and hold no thread. */
final class Bounded implements Executor {
    private static final System.Logger LOG = System.getLogger(Bounded.class.getName());

    private final Executor executor;
    private final Queue<Runnable> line = new ArrayDeque<>();
    private int free;

    Bounded(Executor executor, int atOnce) {
        this.executor = executor;
        this.free = atOnce;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (line) {
            line.add(task);
            if (free == 0) {
                return;
            }
            free--;
        }
        try {
            executor.execute(this::workOff);
        } catch (RuntimeException stopping) {
            synchronized (line) {
                free++;
                line.remove(task);
            }
            throw stopping;
        }
    }

    private void workOff() {
        for (var task = next(); task != null; task = next()) {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "A task failed", e);
            }
        }
    }

    private @Nullable Runnable next() {
        synchronized (line) {
            var task = line.poll();
            if (task == null) {
                free++;
            }
            return task;
        }
    }
}
