package com.pulsesms.core.memory;

import com.pulsesms.core.campaign.CampaignExpansion;
import com.pulsesms.core.campaign.CampaignRef;
import com.pulsesms.core.campaign.WorkQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** Expands campaigns on one thread of this process. */
public final class InProcessWorkQueue implements WorkQueue, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(InProcessWorkQueue.class.getName());

    private final Supplier<CampaignExpansion> expansion;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "pulsesms-work");
        thread.setDaemon(true);
        return thread;
    });

    public InProcessWorkQueue(Supplier<CampaignExpansion> expansion) {
        this.expansion = expansion;
    }

    @Override
    public void expand(CampaignRef campaign) {
        try {
            worker.execute(() -> run(campaign));
        } catch (RejectedExecutionException closed) {
            LOG.log(System.Logger.Level.DEBUG, "Closed: the campaign goes on at the next start");
        }
    }

    private void run(CampaignRef campaign) {
        try {
            expansion.get().run(campaign);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Expansion stopped; the next sweep goes on", e);
        }
    }

    /** Waits until all that was asked for when this was called is done. */
    public void awaitIdle() {
        CompletableFuture.runAsync(() -> {}, worker).join();
    }

    @Override
    public void close() {
        worker.shutdown();
    }
}
