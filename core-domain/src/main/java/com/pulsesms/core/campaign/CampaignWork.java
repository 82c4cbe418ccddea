package com.pulsesms.core.campaign;

import com.pulsesms.core.billing.Quotas;
import com.pulsesms.core.kernel.Transactions;
import com.pulsesms.core.message.Failure;
import com.pulsesms.core.message.MessageStore;
import com.pulsesms.core.message.Sending;
import java.time.Clock;
import java.util.Optional;

/**
 * Does what a campaign needs behind its callers' backs, a page to a transaction: rolls a pause, a resumption or a
 * cancellation out over its messages, and makes its contacts into messages. A page that is repeated does nothing twice, so
 * it may die anywhere and run on any node, or on two at once.
 */
public final class CampaignWork {
    /** Contacts or messages to a page: enough to be quick, few enough that a small tenant's turn comes soon. */
    static final int PAGE = 2_000;

    private final CampaignStore store;
    private final MessageStore messages;
    private final Quotas quotas;
    private final CampaignCompletion completion;
    private final Sending sending;
    private final Transactions transactions;
    private final Clock clock;

    public CampaignWork(
            CampaignStore store,
            MessageStore messages,
            Quotas quotas,
            CampaignCompletion completion,
            Sending sending,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.messages = messages;
        this.quotas = quotas;
        this.completion = completion;
        this.sending = sending;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Does the next page.
     *
     * @return whether there is more to do
     */
    public boolean page(CampaignRef ref) {
        return transactions.call(() -> {
            var campaign = store.find(ref.organization(), ref.campaign());
            var rollOut = campaign.flatMap(Campaign::rollOut);
            return rollOut.isPresent() ? rollOut(ref, campaign.get(), rollOut.get()) : expand(ref);
        });
    }

    /** Locks messages before the campaign, as whoever takes back a message does. */
    private boolean rollOut(CampaignRef ref, Campaign seen, RollOut at) {
        var messages = store.lockToRollOut(seen, PAGE);
        var campaign = store.lock(ref.organization(), ref.campaign())
                .filter(c -> c.status() == seen.status() && c.rollOut().equals(Optional.of(at)));
        if (campaign.isEmpty()) {
            // Somebody did this page, or wants something else by now.
            return true;
        }
        var more = messages.size() == PAGE;
        store.rollOut(campaign.get(), messages, clock.instant());
        store.update(campaign.get()
                .rolledOut(more ? Optional.of(at.past(messages.get(messages.size() - 1))) : Optional.empty()));
        transactions.afterCommit(() -> rolledOut(ref, campaign.get()));
        return more || campaign.get().expanding();
    }

    private void rolledOut(CampaignRef ref, Campaign campaign) {
        switch (campaign.status()) {
            case IN_PROGRESS -> sending.ready(ref.organization());
            case CANCELED -> completion.check(ref);
            case DRAFT, SCHEDULED, PAUSED, COMPLETED -> {}
        }
    }

    private boolean expand(CampaignRef ref) {
        var campaign = store.lock(ref.organization(), ref.campaign()).filter(Campaign::expanding);
        if (campaign.isEmpty()) {
            return false;
        }
        if (campaign.get().rollOut().isPresent()) {
            return true;
        }
        var progress = next(campaign.get());
        settleQuota(ref, progress.finished());
        store.update(campaign.get().expanded(progress));
        transactions.afterCommit(() -> {
            sending.ready(ref.organization());
            if (progress.finished()) {
                completion.check(ref);
            }
        });
        return !progress.finished();
    }

    /** Whoever came after the start finds the plan used up at worst: that is no reason to stop for those before. */
    private void settleQuota(CampaignRef ref, boolean finished) {
        var tooMany = quotas.handOn(ref.organization(), ref.campaign());
        messages.skip(ref.organization(), tooMany, Failure.QUOTA_EXCEEDED, clock.instant());
        if (finished) {
            quotas.giveBack(ref.organization(), ref.campaign());
        }
    }

    private Expansion next(Campaign campaign) {
        return store.expand(campaign, PAGE, clock.instant())
                .map(campaign.expansion()::past)
                .orElseGet(() -> campaign.expansion().nextList(campaign.lists().size()));
    }

    /** Does all pages that are left. */
    public void run(CampaignRef ref) {
        while (page(ref)) {
            // each page is a transaction of its own
        }
    }
}
