package com.pulsesms.core.campaign;

import com.pulsesms.core.kernel.Transactions;
import com.pulsesms.core.message.Sending;
import java.time.Clock;

/**
 * Makes a started campaign into messages, a page to a transaction. A page that is repeated makes nothing twice, so it may
 * die anywhere and run on any node, or on two at once.
 */
public final class CampaignExpansion {
    /** Contacts to a page: enough to be quick, few enough that a small tenant's turn comes soon. */
    static final int PAGE = 2_000;

    private final CampaignStore store;
    private final CampaignCompletion completion;
    private final Sending sending;
    private final Transactions transactions;
    private final Clock clock;

    public CampaignExpansion(
            CampaignStore store,
            CampaignCompletion completion,
            Sending sending,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.completion = completion;
        this.sending = sending;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Makes the next page.
     *
     * @return whether there is more to do
     */
    public boolean page(CampaignRef ref) {
        return transactions.call(() -> {
            var campaign = store.lock(ref.organization(), ref.campaign()).filter(Campaign::expanding);
            if (campaign.isEmpty()) {
                return false;
            }
            var progress = next(campaign.get());
            store.update(campaign.get().expanded(progress));
            transactions.afterCommit(() -> {
                sending.ready(ref.organization());
                if (progress.finished()) {
                    completion.check(ref);
                }
            });
            return !progress.finished();
        });
    }

    private Expansion next(Campaign campaign) {
        return store.expand(campaign, PAGE, clock.instant())
                .map(campaign.expansion()::past)
                .orElseGet(() -> campaign.expansion().nextList(campaign.lists().size()));
    }

    /** Makes all pages that are left. */
    public void run(CampaignRef ref) {
        while (page(ref)) {
            // each page is a transaction of its own
        }
    }
}
