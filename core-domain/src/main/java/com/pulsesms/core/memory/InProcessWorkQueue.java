package com.pulsesms.core.memory;

import com.pulsesms.core.campaign.CampaignRef;
import com.pulsesms.core.campaign.CampaignWork;
import com.pulsesms.core.campaign.WorkQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** Works on campaigns on one thread of this process. */
public final class InProcessWorkQueue implements WorkQueue, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(InProcessWorkQueue.class.getName());

    private final Supplier<CampaignWork> campaignWork;
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
        try {
            worker.execute(() -> run(campaign));
        } catch (RejectedExecutionException closed) {
            LOG.log(System.Logger.Level.DEBUG, "Closed: the campaign goes on at the next start");
        }
    }

    private void run(CampaignRef campaign) {
        try {
            campaignWork.get().run(campaign);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "The work on a campaign stopped; the next sweep goes on", e);
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
