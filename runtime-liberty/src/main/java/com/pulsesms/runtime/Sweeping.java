package com.pulsesms.runtime;

import com.pulsesms.core.PulseSms;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Runs the sweeps on this node every few seconds; not evenly, so that several nodes don't sweep at the same moment. */
@ApplicationScoped
class Sweeping {
    private static final int SHORTEST_PAUSE_MILLIS = 4_000;
    private static final int LONGEST_PAUSE_MILLIS = 6_000;
    private static final System.Logger LOG = System.getLogger(Sweeping.class.getName());

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private PulseSms pulse;

    void begin(@Observes Startup started) {
        scheduleNext();
    }

    private void sweep() {
        try {
            attempt(pulse.sweep()::run);
            attempt(pulse.deliverySweep()::run);
            attempt(pulse.firstAnswers()::forgetOld);
        } finally {
            scheduleNext();
        }
    }

    private static void attempt(Runnable sweep) {
        try {
            sweep.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "The sweep failed; the next one goes on", e);
        }
    }

    private void scheduleNext() {
        var pause = ThreadLocalRandom.current().nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS);
        try {
            executor.schedule(this::sweep, pause, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException | IllegalStateException stopping) {
            LOG.log(System.Logger.Level.DEBUG, "The server stops; another node sweeps", stopping);
        }
    }
}
