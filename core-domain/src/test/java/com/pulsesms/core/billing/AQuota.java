package com.pulsesms.core.billing;

import com.pulsesms.core.Storage;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.kernel.UserId;
import java.time.YearMonth;
import java.util.List;

/** The quota of a new account in a month, for tests. */
public final class AQuota {
    static final YearMonth MONTH = YearMonth.of(2026, 3);

    private final Storage storage;
    private final UserId owner = new UserId(Sample.id());
    private final YearMonth month;

    private AQuota(Storage storage, YearMonth month) {
        this.storage = storage;
        this.month = month;
    }

    public static AQuota in(Storage storage) {
        return new AQuota(storage, MONTH);
    }

    public static AQuota in(Storage storage, YearMonth month) {
        return new AQuota(storage, month);
    }

    public UserId owner() {
        return owner;
    }

    public long used() {
        return storage.transactions().call(() -> storage.quotas().used(owner, month));
    }

    /** Takes one for each of the messages. */
    public void heldBy(OrganizationId organization, List<MessageId> messages) {
        storage.transactions().run(() -> {
            var quota =
                    storage.quotas().take(owner, month, messages.size(), 1_000).orElseThrow();
            storage.quotas().hold(organization, quota, messages);
        });
    }

    /** Takes as many for a campaign. */
    public void heldBy(OrganizationId organization, CampaignId campaign, int messages) {
        storage.transactions().run(() -> {
            var quota = storage.quotas().take(owner, month, messages, 1_000).orElseThrow();
            storage.quotas().hold(organization, quota, campaign, messages);
        });
    }
}
