package com.pulsesms.persistence.billing;

import com.pulsesms.core.billing.QuotaStore;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.QuotaId;
import com.pulsesms.core.kernel.UserId;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.persistence.JpaTransactions;
import com.pulsesms.persistence.Sql;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Quotas, and what campaigns and messages hold of them, in the database. */
public final class JpaQuotaStore implements QuotaStore {
    private final JpaTransactions transactions;

    public JpaQuotaStore(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<QuotaId> take(UserId owner, YearMonth month, long messages, long limit) {
        return transactions.sql(sql -> {
            var taken = add(sql, owner, month, messages, limit)
                    || begin(sql, owner, month) && add(sql, owner, month, messages, limit);
            return taken ? find(sql, owner, month).map(row -> new QuotaId(row.id)) : Optional.empty();
        });
    }

    /** The condition is looked at under the row's lock: of several at once, each sees what the others added. */
    private static boolean add(Sql sql, UserId owner, YearMonth month, long messages, long limit) {
        return sql.update(
                        "update quota set used = used + ? where owner_id = ? and calendar_month = ? and used + ? <= ?",
                        messages,
                        owner.value(),
                        month.toString(),
                        messages,
                        limit)
                > 0;
    }

    /** Of several that begin a month at once, one inserts, and the others wait until it has. */
    private static boolean begin(Sql sql, UserId owner, YearMonth month) {
        sql.update(
                "insert into quota (id, owner_id, calendar_month, used) values (?, ?, ?, 0) on conflict do nothing",
                UUID.randomUUID(),
                owner.value(),
                month.toString());
        return true;
    }

    private record Row(UUID id, long used) {}

    private static Optional<Row> find(Sql sql, UserId owner, YearMonth month) {
        return sql
                .query(
                        "select id, used from quota where owner_id = ? and calendar_month = ?",
                        row -> new Row(row.id("id"), row.count("used")),
                        owner.value(),
                        month.toString())
                .stream()
                .findFirst();
    }

    @Override
    public long used(UserId owner, YearMonth month) {
        return transactions.sql(sql -> find(sql, owner, month).map(Row::used).orElse(0L));
    }

    @Override
    public void hold(OrganizationId organization, QuotaId quota, Collection<MessageId> messages) {
        var ids = messages.stream().map(MessageId::value).toList();
        transactions.sql(sql -> hold(sql, organization, quota.value(), ids));
    }

    private static int hold(Sql sql, OrganizationId organization, UUID quota, List<UUID> messages) {
        return sql.update(
                "update message set quota_id = ? where id = any(?) and organization_id = ?",
                quota,
                messages,
                organization.value());
    }

    @Override
    public void hold(OrganizationId organization, QuotaId quota, CampaignId campaign, long messages) {
        transactions.sql(sql -> sql.update(
                "insert into campaign_quota (campaign_id, organization_id, quota_id, messages) values (?, ?, ?, ?)",
                campaign.value(),
                organization.value(),
                quota.value(),
                messages));
    }

    /** What a campaign holds. */
    private record Holding(UUID quota, long messages) {}

    private static Optional<Holding> lock(Sql sql, OrganizationId organization, CampaignId campaign) {
        return sql
                .query(
                        "select quota_id, messages from campaign_quota where campaign_id = ? and organization_id = ?"
                                + " for update",
                        row -> new Holding(row.id("quota_id"), row.count("messages")),
                        campaign.value(),
                        organization.value())
                .stream()
                .findFirst();
    }

    @Override
    public List<MessageId> handOn(OrganizationId organization, CampaignId campaign) {
        return transactions.sql(sql -> lock(sql, organization, campaign)
                .map(holding -> handOn(sql, organization, campaign, holding))
                .orElseGet(List::of));
    }

    private static List<MessageId> handOn(Sql sql, OrganizationId organization, CampaignId campaign, Holding holding) {
        var bare = bare(sql, organization, campaign);
        var covered = bare.subList(0, (int) Math.min(bare.size(), holding.messages));
        hold(sql, organization, holding.quota, covered);
        sql.update(
                "update campaign_quota set messages = messages - ? where campaign_id = ?",
                covered.size(),
                campaign.value());
        return bare.subList(covered.size(), bare.size()).stream()
                .map(MessageId::new)
                .toList();
    }

    /** Its messages that wait and hold nothing, oldest first; found newest first, as the index has them. */
    private static List<UUID> bare(Sql sql, OrganizationId organization, CampaignId campaign) {
        var newestFirst = new ArrayList<>(sql.query(
                "select id from message where organization_id = ? and campaign_id = ? and status = '"
                        + MessageStatus.QUEUED + "' and quota_id is null"
                        + " order by organization_id, campaign_id, status, id desc",
                row -> row.id("id"),
                organization.value(),
                campaign.value()));
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    @Override
    public void giveBack(OrganizationId organization, CampaignId campaign) {
        transactions.sql(sql -> {
            lock(sql, organization, campaign)
                    .ifPresent(holding -> Holdings.giveBack(sql, holding.quota, holding.messages));
            return sql.update(
                    "delete from campaign_quota where campaign_id = ? and organization_id = ?",
                    campaign.value(),
                    organization.value());
        });
    }
}
