package com.pulsesms.core.gateway;

import com.pulsesms.core.campaign.CampaignCompletion;
import com.pulsesms.core.campaign.CampaignStore;
import com.pulsesms.core.campaign.Scheduling;
import com.pulsesms.core.campaign.WorkQueue;
import com.pulsesms.core.device.Liveness;
import com.pulsesms.core.kernel.EventType;
import com.pulsesms.core.kernel.Events;
import com.pulsesms.core.kernel.News;
import com.pulsesms.core.kernel.Transactions;
import com.pulsesms.core.message.MessageStore;
import com.pulsesms.core.message.Sending;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Finds what is overdue in all organizations and makes it go on: what a lost nudge, a dead phone or a dead node left
 * behind. Any node may run it at any time, and several at once.
 */
public final class Sweep {
    private static final int BATCH = 500;
    private static final int RECOUNT_BATCH = 10;
    private static final int MOST_RECOUNTS = 50;
    private static final Duration WORK_STUCK = Duration.ofSeconds(30);

    private final HandOverStore store;
    private final Pacing pacing;
    private final CampaignStore campaigns;
    private final MessageStore messages;
    private final Scheduling scheduling;
    private final CampaignCompletion completion;
    private final WorkQueue work;
    private final Sending sending;
    private final Events events;
    private final Liveness liveness;
    private final Transactions transactions;
    private final Clock clock;

    public Sweep(
            HandOverStore store,
            Pacing pacing,
            CampaignStore campaigns,
            MessageStore messages,
            Scheduling scheduling,
            CampaignCompletion completion,
            WorkQueue work,
            Sending sending,
            Events events,
            Liveness liveness,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.pacing = pacing;
        this.campaigns = campaigns;
        this.messages = messages;
        this.scheduling = scheduling;
        this.completion = completion;
        this.work = work;
        this.sending = sending;
        this.events = events;
        this.liveness = liveness;
        this.transactions = transactions;
        this.clock = clock;
    }

    public void run() {
        repeat(() -> tell(store.expire(clock.instant(), BATCH)));
        repeat(() -> store.endLeases(clock.instant(), BATCH));
        repeat(() -> pacing.left(store.giveUpOverdue(clock.instant(), BATCH), clock.instant()));
        transactions.call(() -> campaigns.due(clock.instant(), BATCH)).forEach(scheduling::startDue);
        transactions
                .call(() -> campaigns.stuck(clock.instant().minus(WORK_STUCK), BATCH))
                .forEach(work::remindOf);
        transactions.call(() -> campaigns.ended(BATCH)).forEach(completion::check);
        transactions.run(() -> pacing.forget(clock.instant()));
        liveness.run();
        recount();
    }

    /** Not until nothing is left: what is being sent is outdated again at once. */
    private void recount() {
        for (var batch = 0; batch < MOST_RECOUNTS; batch++) {
            if (transactions.call(() -> messages.recount(RECOUNT_BATCH)) < RECOUNT_BATCH) {
                return;
            }
        }
    }

    private Swept tell(Swept swept) {
        var now = clock.instant();
        swept.expired()
                .forEach((organization, messages) -> events.ofMessages(
                        organization,
                        messages.stream()
                                .map(id -> new News<>(EventType.MESSAGE_FAILED, id, now))
                                .toList()));
        return swept;
    }

    private void repeat(Supplier<Swept> step) {
        Swept swept;
        do {
            swept = transactions.call(step);
            swept.organizations().forEach(sending::ready);
            swept.campaigns().forEach(completion::check);
        } while (swept.messages() == BATCH);
    }
}
