package com.pulsesms.core.memory;

import com.pulsesms.core.billing.QuotaStore;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.QuotaId;
import com.pulsesms.core.kernel.UserId;
import com.pulsesms.core.message.MessageStatus;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Quotas, and who holds what of them, in a {@link MemoryDatabase}. */
final class MemoryQuotaStore implements QuotaStore {
    private final MemoryDatabase database;
    private final QuotaTable quotas;
    private final MessageTable messages;
    private final OwnedTable<Holding> campaigns;

    MemoryQuotaStore(MemoryDatabase database, QuotaTable quotas, MessageTable messages) {
        this.database = database;
        this.quotas = quotas;
        this.messages = messages;
        this.campaigns = new OwnedTable<>(database, Holding::key);
    }

    /** What a campaign holds. */
    private record Holding(OrganizationId organization, CampaignId campaign, QuotaId quota, long messages) {
        private Owned key() {
            return new Owned(organization, campaign.value());
        }
    }

    @Override
    public Optional<QuotaId> take(UserId owner, YearMonth month, long count, long limit) {
        return database.atomically(() -> quotas.take(owner, month, count, limit));
    }

    @Override
    public long used(UserId owner, YearMonth month) {
        return quotas.used(owner, month);
    }

    @Override
    public void hold(OrganizationId organization, QuotaId quota, Collection<MessageId> ids) {
        database.atomically(() -> ids.stream()
                .flatMap(id -> messages.find(organization, id).stream())
                .toList()
                .forEach(row -> messages.put(row.holding(Optional.of(quota)))));
    }

    @Override
    public void hold(OrganizationId organization, QuotaId quota, CampaignId campaign, long count) {
        campaigns.insert(new Holding(organization, campaign, quota, count));
    }

    @Override
    public List<MessageId> handOn(OrganizationId organization, CampaignId campaign) {
        return database.atomically(() ->
                campaigns.find(organization, campaign.value()).map(this::handOn).orElseGet(List::of));
    }

    private List<MessageId> handOn(Holding holding) {
        var bare = bare(holding);
        var covered = bare.subList(0, (int) Math.min(bare.size(), holding.messages));
        hold(holding.organization, holding.quota, covered);
        campaigns.put(
                new Holding(holding.organization, holding.campaign, holding.quota, holding.messages - covered.size()));
        return List.copyOf(bare.subList(covered.size(), bare.size()));
    }

    /** Its messages that wait and hold nothing, oldest first. */
    private List<MessageId> bare(Holding holding) {
        var newestFirst = new ArrayList<>(messages.rows()
                .of(holding.organization)
                .filter(row ->
                        row.status() == MessageStatus.QUEUED && row.quota().isEmpty())
                .map(MessageRow::message)
                .filter(message -> message.origin().campaign().equals(Optional.of(holding.campaign)))
                .map(message -> message.id())
                .toList());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    @Override
    public void giveBack(OrganizationId organization, CampaignId campaign) {
        database.atomically(() -> campaigns.find(organization, campaign.value()).ifPresent(holding -> {
            quotas.giveBack(holding.quota, holding.messages);
            campaigns.remove(organization, campaign.value());
        }));
    }
}
