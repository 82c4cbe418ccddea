package com.pulsesms.persistence.campaign;

import com.pulsesms.core.campaign.Campaign;
import com.pulsesms.core.campaign.CampaignRef;
import com.pulsesms.core.campaign.CampaignStatus;
import com.pulsesms.core.campaign.CampaignStore;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.ContactId;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.message.Failure;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.persistence.Columns;
import com.pulsesms.persistence.JpaTransactions;
import com.pulsesms.persistence.Pages;
import com.pulsesms.persistence.Sql;
import com.pulsesms.persistence.Stale;
import com.pulsesms.persistence.contact.JpaOptOutStore;
import com.pulsesms.persistence.message.CampaignCounts;
import com.pulsesms.persistence.message.JpaMessageStore;
import com.pulsesms.persistence.message.PageIds;
import jakarta.persistence.LockModeType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Campaigns in the database, and their expansion into messages. */
public final class JpaCampaignStore implements CampaignStore {
    private static final String IN_PROGRESS = "status = '" + CampaignStatus.IN_PROGRESS + "'";
    private static final String COMPLETABLE = Sql.in(CampaignStatus.completable());
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JpaTransactions transactions;

    public JpaCampaignStore(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void insert(Campaign campaign) {
        transactions.changeRows(rows -> rows.persist(CampaignRow.of(campaign)));
    }

    @Override
    public void update(Campaign campaign) {
        transactions.changeRows(rows -> {
            var row = rows.find(CampaignRow.class, campaign.id().value(), LockModeType.PESSIMISTIC_WRITE);
            Stale.refuseUnless(row != null
                    && row.organization.equals(campaign.organization().value())
                    && row.revision == campaign.revision());
            row.save(campaign);
        });
    }

    @Override
    public void delete(OrganizationId organization, CampaignId id) {
        transactions.sql(sql -> sql.update(
                "delete from campaign where organization_id = ? and id = ?", organization.value(), id.value()));
    }

    @Override
    public Optional<Campaign> find(OrganizationId organization, CampaignId id) {
        return find(organization, id, LockModeType.NONE);
    }

    @Override
    public Optional<Campaign> lock(OrganizationId organization, CampaignId id) {
        return find(organization, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<Campaign> find(OrganizationId organization, CampaignId id, LockModeType lock) {
        return transactions.rows(rows -> Optional.ofNullable(rows.find(CampaignRow.class, id.value(), lock))
                .filter(row -> row.organization.equals(organization.value()))
                .map(CampaignRow::toCampaign));
    }

    @Override
    public Page<Campaign> page(OrganizationId organization, Optional<CampaignStatus> status, PageRequest request) {
        return transactions.rows(rows -> {
            var query = rows.createQuery(
                            "select c from CampaignRow c where c.organization = :organization and c.id < :before"
                                    + (status.isPresent() ? " and c.status = :status" : "")
                                    + " order by c.organization, c.id desc",
                            CampaignRow.class)
                    .setParameter("organization", organization.value());
            status.ifPresent(wanted -> query.setParameter("status", wanted));
            return Pages.newestFirst(
                    query,
                    request,
                    CampaignRow::toCampaign,
                    campaign -> campaign.id().value());
        });
    }

    @Override
    public List<Campaign> inProgress(OrganizationId organization) {
        return transactions.rows(rows -> rows.createQuery(
                        "select c from CampaignRow c where c.organization = :organization and c.status = :status",
                        CampaignRow.class)
                .setParameter("organization", organization.value())
                .setParameter("status", CampaignStatus.IN_PROGRESS)
                .getResultStream()
                .map(CampaignRow::toCampaign)
                .toList());
    }

    @Override
    public Optional<ContactId> expand(Campaign campaign, int size, Instant now) {
        return transactions.sql(sql -> {
            workedOn(sql, campaign, now);
            var last = last(sql, campaign, size);
            last.ifPresent(end -> make(sql, campaign, end, now));
            return last.map(ContactId::new);
        });
    }

    private static void workedOn(Sql sql, Campaign campaign, Instant now) {
        sql.update(
                "update campaign set expanded_at = ? where id = ?",
                now,
                campaign.id().value());
    }

    /** The end is found first, so that a contact that comes meanwhile can't move the cursor past another. */
    private static Optional<UUID> last(Sql sql, Campaign campaign, int size) {
        return sql
                .query(
                        "select id from (select id from contact where organization_id = ? and list_id = ? and id > ?"
                                + " order by organization_id, list_id, id limit ?) as page order by id desc limit 1",
                        row -> row.id("id"),
                        campaign.organization().value(),
                        list(campaign),
                        after(campaign),
                        size)
                .stream()
                .findFirst();
    }

    private static void make(Sql sql, Campaign campaign, UUID end, Instant now) {
        var id = PageIds.inOrderOf("c.id");
        sql.update(
                "insert into message (id, organization_id, campaign_id, contact_id, phone, lane, route_device_id,"
                        + " route_sim, deadline, status, failure, claim, returns, parts, created_at, changed_at)"
                        + " select " + id + ", c.organization_id, cast(? as uuid), c.id, c.phone, '" + Lane.NORMAL
                        + "', cast(? as uuid), cast(? as integer), cast(? as timestamp with time zone), "
                        + unlessOptedOut("'" + MessageStatus.QUEUED + "'", "'" + MessageStatus.SKIPPED + "'") + ", "
                        + unlessOptedOut("null", "'" + Failure.OPTED_OUT + "'") + ", 0, 0, " + unlessOptedOut("1", "0")
                        + ", cast(? as timestamp with time zone), cast(? as timestamp with time zone)"
                        + " from contact c" + JpaOptOutStore.optOutOf("c")
                        + " where c.organization_id = ? and c.list_id = ? and c.id > ? and c.id <= ?"
                        + " on conflict do nothing",
                PageIds.at(now).begin(),
                campaign.id().value(),
                campaign.route().device().map(DeviceId::value),
                campaign.route().sim(),
                campaign.deadline(),
                now,
                now,
                campaign.organization().value(),
                list(campaign),
                after(campaign),
                end);
        CampaignCounts.outdate(sql, campaign.organization(), campaign.id());
    }

    private static String unlessOptedOut(String usual, String otherwise) {
        return "case when o.id is null then " + usual + " else " + otherwise + " end";
    }

    private static UUID list(Campaign campaign) {
        return campaign.lists().get(campaign.expansion().list()).value();
    }

    private static UUID after(Campaign campaign) {
        return campaign.expansion().after().map(ContactId::value).orElse(BEFORE_ALL);
    }

    @Override
    public List<MessageId> lockToRollOut(Campaign campaign, int size) {
        return transactions.sql(sql -> RollOuts.lock(sql, campaign, size)).stream()
                .map(MessageId::new)
                .toList();
    }

    @Override
    public void rollOut(Campaign campaign, List<MessageId> messages, Instant now) {
        transactions.sql(sql -> {
            workedOn(sql, campaign, now);
            RollOuts.follow(
                    sql, campaign, messages.stream().map(MessageId::value).toList(), now);
            return true;
        });
    }

    @Override
    public List<CampaignRef> stuck(Instant time, int limit) {
        var overdue = " and coalesce(expanded_at, started_at) < ?";
        return transactions.sql(sql -> sql.query(
                "select organization_id, id from campaign where " + IN_PROGRESS + " and expansion_finished = false"
                        + overdue + " union select organization_id, id from campaign where rolling_out = true" + overdue
                        + " order by id limit ?",
                JpaCampaignStore::ref,
                time,
                time,
                limit));
    }

    @Override
    public List<CampaignRef> due(Instant now, int limit) {
        return transactions.sql(sql -> sql.query(
                "select organization_id, id from campaign where status = '" + CampaignStatus.SCHEDULED
                        + "' and due_at <= ? order by due_at limit ?",
                JpaCampaignStore::ref,
                now,
                limit));
    }

    @Override
    public List<CampaignRef> ended(int limit) {
        return transactions.sql(sql -> sql.query(
                "select organization_id, id from campaign c where (status " + COMPLETABLE
                        + " and expansion_finished = true or status = '" + CampaignStatus.CANCELED
                        + "') and completed_at is null and not " + JpaMessageStore.anyOpen("c.organization_id", "c.id")
                        + " order by id limit ?",
                JpaCampaignStore::ref,
                limit));
    }

    private static CampaignRef ref(Columns row) throws SQLException {
        return new CampaignRef(new OrganizationId(row.id("organization_id")), new CampaignId(row.id("id")));
    }
}
