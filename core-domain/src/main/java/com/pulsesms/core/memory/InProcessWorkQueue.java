package com.pulsesms.core.memory;

import com.pulsesms.core.campaign.CampaignRef;
import com.pulsesms.core.campaign.CampaignWork;
import com.pulsesms.core.campaign.WorkQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Works on campaigns on one thread of this process, a page of each in turn, so that a small one soon has its own. */
public final class InProcessWorkQueue implements WorkQueue, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(InProcessWorkQueue.class.getName());

    private final Supplier<CampaignWork> campaignWork;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "pulsesms-work");
        thread.setDaemon(true);
        return thread;
    });

    public InProcessWorkQueue(Supplier<CampaignWork> campaignWork) {
        this.campaignWork = campaignWork;
    }

    @Override
    public void workOn(CampaignRef campaign) {
        waiting.incrementAndGet();
        try {
            worker.execute(() -> turn(campaign));
        } catch (RejectedExecutionException closed) {
            waiting.decrementAndGet();
            LOG.log(System.Logger.Level.DEBUG, "Closed: the campaign goes on at the next start");
        }
    }

    private void turn(CampaignRef campaign) {
        try {
            if (campaignWork.get().page(campaign)) {
                workOn(campaign);
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "The work on a campaign stopped; the next sweep goes on", e);
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** Waits until nothing is left to do, and so all that was asked for when this was called is done. */
    public void awaitIdle() {
        do {
            CompletableFuture.runAsync(() -> {}, worker).join();
        } while (waiting.get() > 0);
    }

    @Override
    public void close() {
        worker.shutdown();
    }
}
