package com.pulsesms.persistence.message;

import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageCounts;
import com.pulsesms.core.message.MessageFilter;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.message.MessageStore;
import com.pulsesms.persistence.JpaTransactions;
import com.pulsesms.persistence.Sql;
import com.pulsesms.persistence.billing.Holdings;
import com.pulsesms.persistence.billing.UsedUp;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Messages in the database. */
public final class JpaMessageStore implements MessageStore {
    private final JpaTransactions transactions;

    public JpaMessageStore(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    /** A query's condition that a message of a campaign is open, by two values: the organization and the campaign. */
    public static String anyOpen(String organization, String campaign) {
        return MessageStatus.openOnes().stream()
                .map(status -> "exists (select 1 from message where organization_id = " + organization
                        + " and campaign_id = " + campaign + " and status = '" + status + "')")
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    @Override
    public void insert(List<Message> messages) {
        transactions.changeRows(rows -> messages.forEach(message -> rows.persist(MessageRow.of(message))));
        transactions.sql(sql -> {
            CampaignCounts.outdate(
                    sql, messages.stream().map(message -> message.id().value()).toList());
            return true;
        });
        messages.forEach(message -> message.origin()
                .resendOf()
                .ifPresent(original -> transactions.sql(sql -> sql.update(
                        "insert into message_resend (original_id, message_id) values (?, ?)",
                        original.value(),
                        message.id().value()))));
    }

    @Override
    public Optional<Message> find(OrganizationId organization, MessageId id) {
        return find(organization, id, LockModeType.NONE);
    }

    @Override
    public List<Message> among(OrganizationId organization, Collection<MessageId> ids) {
        return ids.isEmpty()
                ? List.of()
                : transactions.rows(rows -> rows.createQuery(
                                "select m from MessageRow m where m.organization = :organization and m.id in :ids",
                                MessageRow.class)
                        .setParameter("organization", organization.value())
                        .setParameter("ids", ids.stream().map(MessageId::value).toList())
                        .getResultStream()
                        .map(MessageRow::toMessage)
                        .toList());
    }

    @Override
    public Optional<Message> lock(OrganizationId organization, MessageId id) {
        return find(organization, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<Message> find(OrganizationId organization, MessageId id, LockModeType lock) {
        return transactions.rows(rows -> Optional.ofNullable(rows.find(MessageRow.class, id.value(), lock))
                .filter(row -> row.organization.equals(organization.value()))
                .map(MessageRow::toMessage));
    }

    @Override
    public List<Message> resends(OrganizationId organization, MessageId original) {
        return transactions.rows(rows -> {
            List<?> found = rows.createNativeQuery(
                            "select m.* from message_resend r join message m on m.id = r.message_id"
                                    + " where r.original_id = ?1 and m.organization_id = ?2 order by m.id",
                            MessageRow.class)
                    .setParameter(1, original.value())
                    .setParameter(2, organization.value())
                    .getResultList();
            return found.stream().map(row -> ((MessageRow) row).toMessage()).toList();
        });
    }

    @Override
    public Resent resend(OrganizationId organization, Resend wish, Instant now) {
        return transactions.sql(sql -> new Resends(wish).make(sql, organization, now));
    }

    @Override
    public void cancel(OrganizationId organization, MessageId id, Instant now) {
        transactions.sql(sql -> {
            var canceled = sql.update(
                    "update message set status = '" + MessageStatus.CANCELED
                            + "', changed_at = ?, held = false, parts = 0,"
                            + " due_at = null where id = ? and organization_id = ? and accepted_at is null and status "
                            + Sql.in(MessageStatus.predecessors(MessageStatus.CANCELED)),
                    now,
                    id.value(),
                    organization.value());
            CampaignCounts.outdate(sql, List.of(id.value()));
            Holdings.giveBack(sql, List.of(id.value()));
            return canceled > 0
                    || sql.update(
                                    "update message set cancel_asked = true where id = ? and organization_id = ?"
                                            + " and status = '" + MessageStatus.DISPATCHED + "'",
                                    id.value(),
                                    organization.value())
                            > 0;
        });
    }

    @Override
    public void skip(OrganizationId organization, Collection<MessageId> ids, String failure, Instant now) {
        if (!ids.isEmpty()) {
            transactions.sql(sql ->
                    skip(sql, organization, ids.stream().map(MessageId::value).toList(), failure, now));
        }
    }

    private static int skip(Sql sql, OrganizationId organization, List<UUID> messages, String failure, Instant now) {
        var skipped = sql.update(
                "update message set status = '" + MessageStatus.SKIPPED
                        + "', failure = ?, changed_at = ?, held = false, parts = 0"
                        + " where id = any(?) and organization_id = ? and status = '" + MessageStatus.QUEUED + "'",
                failure,
                now,
                messages,
                organization.value());
        CampaignCounts.outdate(sql, messages);
        Holdings.giveBack(sql, messages);
        return skipped;
    }

    @Override
    public Page<Message> page(OrganizationId organization, MessageFilter filter, PageRequest request) {
        return transactions.rows(rows -> {
            var found = new MessageQuery(organization, filter, request).read(rows);
            return Page.of(found.stream().map(MessageRow::toMessage).toList(), request, m -> m.id().value());
        });
    }

    @Override
    public Map<CampaignId, MessageCounts> counts(OrganizationId organization, Set<CampaignId> campaigns) {
        return transactions.sql(sql -> CampaignCounts.read(sql, organization, campaigns));
    }

    @Override
    public int recount(int limit) {
        return transactions.sql(sql -> CampaignCounts.recount(sql, limit));
    }

    @Override
    public boolean anyOpen(OrganizationId organization, CampaignId campaign) {
        var values = MessageStatus.openOnes().stream()
                .flatMap(status -> List.of(organization.value(), campaign.value()).stream())
                .toArray();
        return transactions.sql(
                sql -> sql.one("select " + anyOpen("?", "?") + " as any_open", row -> row.is("any_open"), values));
    }

    @Override
    public long singleParts(OrganizationId organization, Set<DeviceId> devices, Instant time) {
        return transactions.sql(sql -> sql.one(
                "select coalesce(sum(parts), 0) as parts from message where organization_id = ? and campaign_id is null"
                        + " and status " + Sql.in(MessageStatus.openOnes())
                        + " and (lane = '" + Lane.URGENT + "' or created_at < ?)"
                        + " and (route_device_id is null or route_device_id = any(?))",
                row -> row.count("parts"),
                organization.value(),
                time,
                devices.stream().map(DeviceId::value).toList()));
    }

    @Override
    public long used(OrganizationId organization, Instant from, Instant to) {
        return transactions.sql(sql -> sql.one(
                "select count(*) as messages from message where organization_id = ?"
                        + " and created_at >= ? and created_at < ?"
                        + " and " + UsedUp.IS,
                row -> row.count("messages"),
                organization.value(),
                from,
                to));
    }
}
