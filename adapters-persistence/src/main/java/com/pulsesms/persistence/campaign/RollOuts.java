package com.pulsesms.persistence.campaign;

import com.pulsesms.core.campaign.Campaign;
import com.pulsesms.core.campaign.RollOut;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.persistence.Sql;
import com.pulsesms.persistence.billing.Holdings;
import com.pulsesms.persistence.message.CampaignCounts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Bringing a campaign's messages to what its status wants of them. */
final class RollOuts {
    private static final UUID AFTER_ALL = new UUID(-1, -1);
    private static final String UNACCEPTED = " where id = any(?) and accepted_at is null and status ";

    private RollOuts() {}

    /** They are found without locks, newest first as the index has them, and locked in the order that all lock in. */
    static List<UUID> lock(Sql sql, Campaign campaign, int size) {
        var found = sql.query(
                "select id from (" + unaccepted(size) + ") as page order by id desc limit " + size,
                row -> row.id("id"),
                MessageStatus.openOnes().stream()
                        .flatMap(status ->
                                List.of(
                                        campaign.organization().value(),
                                        campaign.id().value(),
                                        before(campaign))
                                        .stream())
                        .toArray());
        if (!found.isEmpty()) {
            sql.query("select id from message where id = any(?) order by id for update", row -> row.id("id"), found);
        }
        return found;
    }

    private static String unaccepted(int size) {
        return MessageStatus.openOnes().stream()
                .map(status -> "(select id from message where organization_id = ? and campaign_id = ? and id < ?"
                        + " and status = '" + status + "' and accepted_at is null"
                        + " order by organization_id, campaign_id, status, id desc limit " + size + ")")
                .collect(Collectors.joining(" union all "));
    }

    private static UUID before(Campaign campaign) {
        return campaign.rollOut().flatMap(RollOut::before).map(MessageId::value).orElse(AFTER_ALL);
    }

    static void follow(Sql sql, Campaign campaign, List<UUID> messages, Instant now) {
        switch (campaign.status()) {
            case PAUSED -> hold(sql, messages, now);
            case CANCELED -> cancel(sql, messages, now);
            case DRAFT, SCHEDULED, IN_PROGRESS, COMPLETED ->
                sql.update("update message set held = false" + UNACCEPTED + is(MessageStatus.QUEUED), messages);
        }
    }

    private static void hold(Sql sql, List<UUID> messages, Instant now) {
        sql.update("update message set held = true" + UNACCEPTED + is(MessageStatus.QUEUED), messages);
        sql.update(
                "update message set held = true, status = '" + MessageStatus.QUEUED
                        + "', changed_at = ?, device_id = null, due_at = null" + UNACCEPTED
                        + is(MessageStatus.DISPATCHED),
                now,
                messages);
        CampaignCounts.outdate(sql, messages);
    }

    private static void cancel(Sql sql, List<UUID> messages, Instant now) {
        sql.update(
                "update message set held = false, status = '" + MessageStatus.CANCELED
                        + "', changed_at = ?, parts = 0, due_at = null" + UNACCEPTED
                        + Sql.in(MessageStatus.predecessors(MessageStatus.CANCELED)),
                now,
                messages);
        CampaignCounts.outdate(sql, messages);
        Holdings.giveBack(sql, messages);
    }

    private static String is(MessageStatus status) {
        return "= '" + status + "'";
    }
}
