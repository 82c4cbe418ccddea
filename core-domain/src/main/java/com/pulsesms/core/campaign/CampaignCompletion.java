package com.pulsesms.core.campaign;

import com.pulsesms.core.kernel.EventType;
import com.pulsesms.core.kernel.Events;
import com.pulsesms.core.kernel.News;
import com.pulsesms.core.kernel.Transactions;
import com.pulsesms.core.message.MessageStore;
import java.time.Clock;

/**
 * The one place that decides that a campaign is completed. Whoever may have ended the last message asks after its commit:
 * of two that end the last two messages at once, the later one sees both.
 */
public final class CampaignCompletion {
    private final CampaignStore store;
    private final MessageStore messages;
    private final Events events;
    private final Transactions transactions;
    private final Clock clock;

    public CampaignCompletion(
            CampaignStore store, MessageStore messages, Events events, Transactions transactions, Clock clock) {
        this.store = store;
        this.messages = messages;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public void check(CampaignRef ref) {
        transactions.run(() -> {
            // Most reports leave others open: look before locking, so that they don't queue up for the row.
            if (messages.anyOpen(ref.organization(), ref.campaign())) {
                return;
            }
            store.lock(ref.organization(), ref.campaign())
                    .filter(Campaign::awaitingEnd)
                    .filter(c -> !messages.anyOpen(ref.organization(), ref.campaign()))
                    .ifPresent(this::complete);
        });
    }

    private void complete(Campaign campaign) {
        var now = clock.instant();
        var over = campaign.completed(now);
        store.update(over);
        if (over.status() == CampaignStatus.COMPLETED) {
            events.ofCampaign(over.organization(), new News<>(EventType.CAMPAIGN_COMPLETED, over.id(), now));
        }
    }
}
