package com.pulsesms.persistence.gateway;

import com.pulsesms.core.campaign.CampaignStatus;
import com.pulsesms.core.gateway.Claimed;
import com.pulsesms.core.gateway.HandOverStore.Wish;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.persistence.Dialect;
import com.pulsesms.persistence.Sql;
import com.pulsesms.persistence.message.CampaignCounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Handing waiting messages to a device. Those pinned to it and those for any device are two stretches of one index, so that
 * what is pinned to others is never read: first its own, then the common ones.
 */
final class Claims {
    private static final String WAITING = "select id from message where organization_id = ? and status = '"
            + MessageStatus.QUEUED + "' and held = false and lane = '%s' and ";

    /**
     * Written as a range, and ordered by that column: only one index gives this order, so PostgreSQL can't prefer to walk
     * all messages in the order of their ids.
     */
    private static final String PINNED = "route_device_id >= ? and route_device_id <= ?";

    private static final String STOPPED = Sql.in(CampaignStatus.stoppedOnes());
    private static final String FREE = "route_device_id is null";
    private static final String ORDER = "route_device_id, id";

    private final Dialect dialect;
    private final Wordings wordings;

    Claims(Dialect dialect, Wordings wordings) {
        this.dialect = dialect;
        this.wordings = wordings;
    }

    List<Claimed> claim(Sql sql, OrganizationId organization, Wish wish, Instant now, Instant leaseUntil) {
        var claimed = new ArrayList<Claimed>();
        for (var lane : new TreeSet<>(wish.lanes())) {
            var ids = lock(sql, organization, wish, lane, wish.max() - claimed.size());
            if (!ids.isEmpty()) {
                dispatch(sql, wish, ids, now, leaseUntil);
                claimed.addAll(wordings.claimed(sql, organization, ids));
            }
        }
        return claimed;
    }

    private List<UUID> lock(Sql sql, OrganizationId organization, Wish wish, Lane lane, int max) {
        var device = wish.device().value();
        var ids = new ArrayList<UUID>();
        for (var sims : openSims(wish.fullSims())) {
            ids.addAll(first(sql, lane, PINNED + sims, max - ids.size(), organization.value(), device, device));
        }
        for (var sims : openSims(wish.fullSims())) {
            ids.addAll(first(sql, lane, FREE + sims, max - ids.size(), organization.value()));
        }
        return ids;
    }

    /**
     * Which SIMs a message may be pinned to: conditions that an index can keep, which "any but these" is not. Where none
     * is full, that is one condition, and messages are claimed in the order of their age whichever SIM they want.
     */
    private static List<String> openSims(Set<Integer> full) {
        if (full.isEmpty()) {
            return List.of("");
        }
        var open = new ArrayList<>(List.of(" and route_sim is null"));
        var from = Integer.MIN_VALUE;
        for (var slot : new TreeSet<>(full)) {
            open.add(" and route_sim >= " + from + " and route_sim < " + slot);
            from = slot + 1;
        }
        open.add(" and route_sim >= " + from);
        return open;
    }

    private List<UUID> first(Sql sql, Lane lane, String whose, int max, Object... values) {
        return max == 0
                ? List.of()
                : sql.query(
                        dialect.lockFirst(WAITING.formatted(lane) + whose, ORDER, max), row -> row.id("id"), values);
    }

    private static void dispatch(Sql sql, Wish wish, List<UUID> ids, Instant now, Instant leaseUntil) {
        sql.update(
                JpaHandOverStore.change(MessageStatus.DISPATCHED)
                        + ", device_id = ?, claim = claim + 1, accepted_at = null, due_at = ? where id = any(?)",
                now,
                wish.device().value(),
                leaseUntil,
                ids);
        CampaignCounts.outdate(sql, ids);
    }

    List<Claimed> reoffer(Sql sql, OrganizationId organization, Wish wish, Instant leaseUntil) {
        var ids = sql.query(
                "select id from message where organization_id = ? and device_id = ? and status = '"
                        + MessageStatus.DISPATCHED
                        + "' and accepted_at is null and lane " + Sql.in(wish.lanes())
                        + " and not exists (select 1 from campaign c"
                        + " where c.id = message.campaign_id and c.status " + STOPPED + ") order by id limit "
                        + wish.max()
                        + " for update",
                row -> row.id("id"),
                organization.value(),
                wish.device().value());
        if (ids.isEmpty()) {
            return List.of();
        }
        sql.update("update message set due_at = ? where id = any(?)", leaseUntil, ids);
        return wordings.offered(sql, ids);
    }
}
