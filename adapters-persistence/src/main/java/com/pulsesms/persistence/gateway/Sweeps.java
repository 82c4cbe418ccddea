package com.pulsesms.persistence.gateway;

import com.pulsesms.core.campaign.CampaignRef;
import com.pulsesms.core.device.SimParts;
import com.pulsesms.core.gateway.Swept;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.message.Failure;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.persistence.Columns;
import com.pulsesms.persistence.Dialect;
import com.pulsesms.persistence.Sql;
import com.pulsesms.persistence.billing.Holdings;
import com.pulsesms.persistence.message.CampaignCounts;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finding and locking what is overdue. */
final class Sweeps {
    private static final String SELECT =
            "select id, organization_id, campaign_id, device_id, route_sim, parts from message where ";

    private final Dialect dialect;

    Sweeps(Dialect dialect) {
        this.dialect = dialect;
    }

    private record Row(
            UUID id,
            OrganizationId organization,
            Optional<CampaignId> campaign,
            Optional<DeviceId> device,
            SimParts parts) {
        private static Row of(Columns row) throws SQLException {
            return new Row(
                    row.id("id"),
                    new OrganizationId(row.id("organization_id")),
                    row.optionalId("campaign_id").map(CampaignId::new),
                    row.optionalId("device_id").map(DeviceId::new),
                    JpaHandOverStore.parts(row));
        }

        private Stream<Swept.MayHaveLeft> mayHaveLeft() {
            return device.map(held -> new Swept.MayHaveLeft(organization, held, parts)).stream();
        }

        private Stream<CampaignRef> ref() {
            return campaign.map(id -> new CampaignRef(organization, id)).stream();
        }
    }

    /** Messages that a sweep has locked. */
    record Found(List<Row> rows) {
        static final Found NONE = new Found(List.of());

        int size() {
            return rows.size();
        }

        Found and(Found more) {
            var all = new ArrayList<>(rows);
            all.addAll(more.rows);
            return new Found(all);
        }

        private void update(Sql sql, String update, Object... values) {
            if (!rows.isEmpty()) {
                var all = new ArrayList<Object>(List.of(values));
                var ids = rows.stream().map(Row::id).toList();
                all.add(ids);
                sql.update(update + " where id = any(?)", all.toArray());
                CampaignCounts.outdate(sql, ids);
            }
        }

        Swept requeue(Sql sql, Instant now) {
            update(sql, JpaHandOverStore.BECOMES_QUEUED, now, 0);
            return swept(Set.of(), List.of());
        }

        Swept giveUp(Sql sql, Instant now) {
            end(sql, JpaHandOverStore.change(MessageStatus.UNKNOWN), now, Failure.DEVICE_SILENT);
            return swept(campaigns(), rows.stream().flatMap(Row::mayHaveLeft).toList());
        }

        Swept expire(Sql sql, Instant now) {
            end(sql, JpaHandOverStore.change(MessageStatus.EXPIRED) + ", parts = 0", now, Failure.DEADLINE_PASSED);
            Holdings.giveBack(sql, rows.stream().map(Row::id).toList());
            return new Swept(rows.size(), organizations(), campaigns(), List.of(), expired());
        }

        private Map<OrganizationId, List<MessageId>> expired() {
            return rows.stream()
                    .collect(Collectors.groupingBy(
                            Row::organization,
                            Collectors.mapping(row -> new MessageId(row.id()), Collectors.toList())));
        }

        private Set<OrganizationId> organizations() {
            return rows.stream().map(Row::organization).collect(Collectors.toSet());
        }

        private void end(Sql sql, String change, Instant now, String failure) {
            update(sql, change + ", failure = ?, due_at = null", now, failure);
        }

        private Set<CampaignRef> campaigns() {
            return rows.stream().flatMap(Row::ref).collect(Collectors.toSet());
        }

        private Swept swept(Set<CampaignRef> campaigns, List<Swept.MayHaveLeft> mayHaveLeft) {
            return new Swept(rows.size(), organizations(), campaigns, mayHaveLeft, Map.of());
        }
    }

    /** @param overdue the condition, whose one value is the time */
    Found lockOverdue(Sql sql, String overdue, String order, Instant now, int limit) {
        return limit == 0
                ? Found.NONE
                : new Found(sql.query(dialect.lockFirst(SELECT + overdue, order, limit), Row::of, now));
    }

    /** All that the device accepted and has not told of, in the order of ids. */
    Found lockHeld(Sql sql, OrganizationId organization, DeviceId device) {
        return new Found(sql.query(
                SELECT + "organization_id = ? and device_id = ? and "
                        + JpaHandOverStore.mayBecome(MessageStatus.UNKNOWN)
                        + " and accepted_at is not null order by id for update",
                Row::of,
                organization.value(),
                device.value()));
    }
}
