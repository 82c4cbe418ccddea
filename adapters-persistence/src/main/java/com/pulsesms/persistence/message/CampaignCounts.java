package com.pulsesms.persistence.message;

import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.message.MessageCounts;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.persistence.Columns;
import com.pulsesms.persistence.Sql;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How many messages of each status campaigns have. What was counted once is kept until messages change: counting a campaign
 * of 100,000 takes tens of milliseconds, and most campaigns of a list ended long ago.
 *
 * <p>Each change of messages leaves a row that says so, in its own transaction. A count first reads those rows, then counts,
 * and deletes just the ones it read: a change that comes meanwhile leaves one that outdates the count.
 */
public final class CampaignCounts {
    private CampaignCounts() {}

    private record Ref(OrganizationId organization, UUID campaign) {
        private static Ref of(Columns row) throws SQLException {
            return new Ref(new OrganizationId(row.id("organization_id")), row.id("campaign_id"));
        }
    }

    private record Kept(CampaignId campaign, MessageCounts counts) {}

    /** Whoever inserts messages or changes their statuses calls it in the same transaction. */
    public static void outdate(Sql sql, Collection<UUID> messages) {
        if (!messages.isEmpty()) {
            sql.update(
                    "insert into campaign_change (id, organization_id, campaign_id)"
                            + " select distinct cast(? as uuid), organization_id, campaign_id from message"
                            + " where id = any(?) and campaign_id is not null",
                    UUID.randomUUID(),
                    messages);
        }
    }

    /** As {@link #outdate(Sql, Collection)}, for messages of one campaign. */
    public static void outdate(Sql sql, OrganizationId organization, CampaignId campaign) {
        sql.update(
                "insert into campaign_change (id, organization_id, campaign_id) values (?, ?, ?)",
                UUID.randomUUID(),
                organization.value(),
                campaign.value());
    }

    static Map<CampaignId, MessageCounts> read(Sql sql, OrganizationId organization, Set<CampaignId> campaigns) {
        var counts = new HashMap<CampaignId, MessageCounts>();
        kept(sql, organization, campaigns).forEach(kept -> counts.put(kept.campaign, kept.counts));
        for (var campaign : campaigns) {
            counts.computeIfAbsent(campaign, id -> count(sql, new Ref(organization, id.value())));
        }
        return counts;
    }

    /** One statement, so that it sees a count together with what outdates it. */
    private static List<Kept> kept(Sql sql, OrganizationId organization, Set<CampaignId> campaigns) {
        return sql.query(
                "select campaign_id, counted from campaign_count n where campaign_id = any(?) and organization_id = ?"
                        + " and not exists (select 1 from campaign_change c where c.campaign_id = n.campaign_id)",
                row -> new Kept(new CampaignId(row.id("campaign_id")), parse(row.text("counted"))),
                campaigns.stream().map(CampaignId::value).toList(),
                organization.value());
    }

    private static MessageCounts count(Sql sql, Ref campaign) {
        return new MessageCounts(sql
                .query(
                        "select status, count(*) as messages from message where organization_id = ? and campaign_id = ?"
                                + " group by status",
                        row -> Map.entry(row.constant("status", MessageStatus.class), row.count("messages")),
                        campaign.organization.value(),
                        campaign.campaign)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Counts anew what is outdated; what another transaction counts at this moment is passed over. */
    static int recount(Sql sql, int limit) {
        var outdated = sql.query(
                "select organization_id, campaign_id from campaign_change group by organization_id, campaign_id"
                        + " order by min(cast(id as varchar)) limit " + limit,
                Ref::of);
        outdated.forEach(each -> sql.update(
                "insert into campaign_count (campaign_id, organization_id, counted) values (?, ?, '')"
                        + " on conflict do nothing",
                each.campaign,
                each.organization.value()));
        var mine = sql.query(
                "select organization_id, campaign_id from campaign_count where campaign_id = any(?)"
                        + " for update skip locked",
                Ref::of,
                outdated.stream().map(Ref::campaign).toList());
        mine.forEach(each -> recount(sql, each));
        return mine.size();
    }

    private static void recount(Sql sql, Ref campaign) {
        var changes = sql.query(
                "select id from campaign_change where campaign_id = ?", row -> row.id("id"), campaign.campaign);
        sql.update(
                "update campaign_count set counted = ? where campaign_id = ?",
                written(count(sql, campaign)),
                campaign.campaign);
        sql.update("delete from campaign_change where campaign_id = ? and id = any(?)", campaign.campaign, changes);
    }

    private static String written(MessageCounts counts) {
        return counts.byStatus().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static MessageCounts parse(String written) {
        return new MessageCounts(Arrays.stream(written.split(" "))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> entry.split("="))
                .collect(Collectors.toMap(entry -> MessageStatus.valueOf(entry[0]), entry -> Long.valueOf(entry[1]))));
    }
}
