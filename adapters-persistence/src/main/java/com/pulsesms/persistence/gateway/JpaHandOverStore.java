package com.pulsesms.persistence.gateway;

import com.pulsesms.core.device.SimParts;
import com.pulsesms.core.gateway.CalledBack;
import com.pulsesms.core.gateway.Claimed;
import com.pulsesms.core.gateway.HandOverStore;
import com.pulsesms.core.gateway.Held;
import com.pulsesms.core.gateway.Settlement;
import com.pulsesms.core.gateway.Swept;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.persistence.Columns;
import com.pulsesms.persistence.Dialect;
import com.pulsesms.persistence.JpaTransactions;
import com.pulsesms.persistence.Sql;
import com.pulsesms.persistence.billing.Holdings;
import com.pulsesms.persistence.campaign.JpaCampaignStore;
import com.pulsesms.persistence.contact.JpaContactStore;
import com.pulsesms.persistence.message.CampaignCounts;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The hand-over in SQL. Every change names the statuses that {@link MessageStatus} lets it come from. Locks on messages are
 * taken in the order of ids, or by passing over what is locked.
 */
public final class JpaHandOverStore implements HandOverStore {
    /** The begin of an update that ends a claim, with its two values: when, and how often that counts as a return. */
    static final String BECOMES_QUEUED = change(MessageStatus.QUEUED)
            + ", device_id = null, accepted_at = null, due_at = null, returns = returns + ?";

    private static final String LOCK = "select m.*, (select c.status from campaign c where c.id = m.campaign_id) as"
            + " campaign_status from message m where m.id = any(?) and m.organization_id = ? order by m.id for update";

    private final JpaTransactions transactions;
    private final Claims claims;
    private final CallBacks callBacks;
    private final Sweeps sweeps;

    public JpaHandOverStore(
            JpaTransactions transactions, Dialect dialect, JpaContactStore contacts, JpaCampaignStore campaigns) {
        this.transactions = transactions;
        this.claims = new Claims(dialect, new Wordings(contacts, campaigns));
        this.callBacks = new CallBacks(campaigns);
        this.sweeps = new Sweeps(dialect);
    }

    /** The condition of an update, with its two values: the messages and their organization. */
    static final String OF_THESE = " where id = any(?) and organization_id = ? and ";

    /** The begin of an update to a status, with its first value: when. */
    static String change(MessageStatus next) {
        return "update message set status = '" + next + "', changed_at = ?";
    }

    /** The condition that a message may come to a status. */
    static String mayBecome(MessageStatus next) {
        return "status " + Sql.in(MessageStatus.predecessors(next));
    }

    @Override
    public List<Claimed> reoffer(OrganizationId organization, Wish wish, Instant leaseUntil) {
        return transactions.sql(sql -> claims.reoffer(sql, organization, wish, leaseUntil));
    }

    @Override
    public List<Claimed> claim(OrganizationId organization, Wish wish, Instant now, Instant leaseUntil) {
        return transactions.sql(sql -> claims.claim(sql, organization, wish, now, leaseUntil));
    }

    @Override
    public void write(OrganizationId organization, List<Written> texts) {
        transactions.sql(sql -> sql.batch(
                "update message set text = ?, parts = ? where id = ? and organization_id = ?",
                texts.stream()
                        .map(text -> new Object[] {
                            text.text(), text.parts(), text.id().value(), organization.value()
                        })
                        .toList()));
    }

    @Override
    public List<SimParts> partsHeld(OrganizationId organization, DeviceId device) {
        return transactions.sql(sql -> sql.query(
                "select route_sim, sum(parts) as parts from message where organization_id = ? and device_id = ?"
                        + " and status = '" + MessageStatus.DISPATCHED + "' group by route_sim",
                JpaHandOverStore::parts,
                organization.value(),
                device.value()));
    }

    @Override
    public List<Held> lock(OrganizationId organization, Collection<MessageId> ids) {
        return transactions.sql(sql -> sql.query(LOCK, JpaHandOverStore::held, values(ids), organization.value()));
    }

    private static Held held(Columns row) throws SQLException {
        return new Held(
                new MessageId(row.id("id")),
                row.optionalId("campaign_id").map(CampaignId::new),
                row.optionalId("device_id").map(DeviceId::new),
                row.number("claim"),
                row.optionalInstant("accepted_at").isPresent(),
                row.number("returns"),
                row.optionalInstant("deadline"),
                parts(row),
                row.constant("status", MessageStatus.class),
                CallBacks.recall(row));
    }

    static SimParts parts(Columns row) throws SQLException {
        return new SimParts(row.optionalNumber("route_sim"), row.number("parts"));
    }

    @Override
    public void accept(OrganizationId organization, List<Acceptance> accepted) {
        transactions.sql(sql -> sql.batch(
                "update message set accepted_at = ?, due_at = ? where id = ? and organization_id = ? and status = '"
                        + MessageStatus.DISPATCHED + "'",
                accepted.stream()
                        .map(each -> new Object[] {
                            each.at(), each.reportDue(), each.id().value(), organization.value()
                        })
                        .toList()));
    }

    @Override
    public void settle(OrganizationId organization, List<Settlement> settlements) {
        transactions.sql(sql -> {
            settlements.stream()
                    .collect(Collectors.groupingBy(Settlement::status))
                    .forEach((status, same) -> settle(sql, organization, status, same));
            return true;
        });
    }

    private static void settle(Sql sql, OrganizationId organization, MessageStatus next, List<Settlement> settlements) {
        sql.batch(
                change(next) + ", sent_at = coalesce(sent_at, ?), delivered_at = coalesce(delivered_at, ?),"
                        + " parts = coalesce(?, parts), failure = ?, due_at = null"
                        + " where id = ? and organization_id = ? and " + mayBecome(next),
                settlements.stream()
                        .map(each -> new Object[] {
                            each.at(),
                            each.sentAt(),
                            each.deliveredAt(),
                            each.parts(),
                            each.failure(),
                            each.id().value(),
                            organization.value()
                        })
                        .toList());
        var ids = settlements.stream().map(each -> each.id().value()).toList();
        CampaignCounts.outdate(sql, ids);
        if (next.unused(0)) {
            Holdings.giveBack(sql, ids);
        }
    }

    @Override
    public void putBack(OrganizationId organization, Collection<MessageId> ids, Instant now) {
        if (!ids.isEmpty()) {
            transactions.sql(sql -> {
                CampaignCounts.outdate(sql, values(ids));
                return sql.update(
                        BECOMES_QUEUED + OF_THESE + mayBecome(MessageStatus.QUEUED),
                        now,
                        0,
                        values(ids),
                        organization.value());
            });
        }
    }

    @Override
    public Set<CampaignId> requeue(
            OrganizationId organization, Collection<MessageId> ids, Instant now, boolean counted) {
        return ids.isEmpty()
                ? Set.of()
                : transactions.sql(sql -> callBacks.requeue(sql, organization, lock(organization, ids), now, counted));
    }

    @Override
    public List<CalledBack> calledBack(OrganizationId organization, DeviceId device, int limit) {
        return transactions.sql(sql -> callBacks.wanted(sql, organization, device, limit));
    }

    @Override
    public Swept endLeases(Instant now, int limit) {
        var overdue = mayBecome(MessageStatus.QUEUED) + " and accepted_at is null and due_at <= ?";
        return transactions.sql(
                sql -> sweeps.lockOverdue(sql, overdue, "due_at", now, limit).requeue(sql, now));
    }

    @Override
    public Swept giveUpOverdue(Instant now, int limit) {
        var overdue = mayBecome(MessageStatus.UNKNOWN) + " and accepted_at is not null and due_at <= ?";
        return transactions.sql(
                sql -> sweeps.lockOverdue(sql, overdue, "due_at", now, limit).giveUp(sql, now));
    }

    @Override
    public Swept expire(Instant now, int limit) {
        return transactions.sql(sql -> {
            var found = Sweeps.Found.NONE;
            for (var status : MessageStatus.predecessors(MessageStatus.EXPIRED)) {
                var overdue = "status = '" + status + "' and accepted_at is null and deadline <= ?";
                found = found.and(sweeps.lockOverdue(sql, overdue, "deadline", now, limit - found.size()));
            }
            return found.expire(sql, now);
        });
    }

    @Override
    public Swept giveUpDevice(OrganizationId organization, DeviceId device, Instant now) {
        return transactions.sql(
                sql -> sweeps.lockHeld(sql, organization, device).giveUp(sql, now));
    }

    @Override
    public Set<OrganizationId> waiting(Set<OrganizationId> organizations, Set<Lane> lanes) {
        return transactions.sql(sql -> sql
                .query(
                        "select o.id from unnest(?) as o(id) where exists (select 1 from message m where"
                                + " m.organization_id = o.id and m.status = '" + MessageStatus.QUEUED
                                + "' and m.held = false and m.lane " + Sql.in(lanes) + ")",
                        row -> new OrganizationId(row.id("id")),
                        organizations.stream().map(OrganizationId::value).toList())
                .stream()
                .collect(Collectors.toSet()));
    }

    private static List<UUID> values(Collection<MessageId> ids) {
        return ids.stream().map(MessageId::value).sorted().toList();
    }
}
