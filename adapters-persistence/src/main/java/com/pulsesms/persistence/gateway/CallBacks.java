package com.pulsesms.persistence.gateway;

import com.pulsesms.core.campaign.Campaign;
import com.pulsesms.core.campaign.CampaignStatus;
import com.pulsesms.core.gateway.CalledBack;
import com.pulsesms.core.gateway.Claim;
import com.pulsesms.core.gateway.Held;
import com.pulsesms.core.gateway.Recall;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.persistence.Columns;
import com.pulsesms.persistence.Sql;
import com.pulsesms.persistence.billing.Holdings;
import com.pulsesms.persistence.campaign.JpaCampaignStore;
import com.pulsesms.persistence.message.CampaignCounts;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is wanted back from devices, and where it goes when it comes. */
final class CallBacks {
    private static final String WANTED =
            "select m.id, m.claim, m.cancel_asked, c.status as campaign_status from message m"
                    + " left join campaign c on c.id = m.campaign_id where m.organization_id = ? and m.device_id = ?"
                    + " and m.status = '" + MessageStatus.DISPATCHED + "' and m.accepted_at is not null"
                    + " and (m.cancel_asked = true or c.status " + Sql.in(CampaignStatus.stoppedOnes())
                    + ") order by m.id limit ?";

    private final JpaCampaignStore campaigns;

    CallBacks(JpaCampaignStore campaigns) {
        this.campaigns = campaigns;
    }

    /** By the columns {@code cancel_asked} and {@code campaign_status}. */
    static Recall recall(Columns row) throws SQLException {
        return Recall.of(
                row.is("cancel_asked"), row.optionalText("campaign_status").map(CampaignStatus::valueOf));
    }

    List<CalledBack> wanted(Sql sql, OrganizationId organization, DeviceId device, int limit) {
        return sql.query(
                WANTED,
                row -> new CalledBack(new Claim(new MessageId(row.id("id")), row.number("claim")), recall(row)),
                organization.value(),
                device.value(),
                limit);
    }

    /** @param messages locked; their campaigns are locked here, so that what was seen of them can't be outdated */
    Set<CampaignId> requeue(
            Sql sql, OrganizationId organization, Collection<Held> messages, Instant now, boolean counted) {
        var statuses = lockCampaigns(organization, messages);
        var byRecall = messages.stream()
                .collect(Collectors.groupingBy(held -> Recall.of(
                        held.recall() == Recall.CANCEL, held.campaign().map(statuses::get))));
        byRecall.forEach((recall, same) -> requeue(sql, organization, recall, ids(same), now, counted));
        return byRecall.getOrDefault(Recall.CANCEL, List.of()).stream()
                .flatMap(held -> held.campaign().stream())
                .collect(Collectors.toSet());
    }

    private Map<CampaignId, CampaignStatus> lockCampaigns(OrganizationId organization, Collection<Held> messages) {
        var statuses = new HashMap<CampaignId, CampaignStatus>();
        messages.stream()
                .flatMap(held -> held.campaign().stream())
                .distinct()
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .forEach(id -> campaigns
                        .lock(organization, id)
                        .map(Campaign::status)
                        .ifPresent(status -> statuses.put(id, status)));
        return statuses;
    }

    private static List<UUID> ids(List<Held> messages) {
        return messages.stream().map(held -> held.id().value()).toList();
    }

    private static void requeue(
            Sql sql, OrganizationId organization, Recall recall, List<UUID> ids, Instant now, boolean counted) {
        if (recall == Recall.CANCEL) {
            sql.update(
                    JpaHandOverStore.change(MessageStatus.CANCELED) + ", held = false, parts = 0, due_at = null"
                            + JpaHandOverStore.OF_THESE + JpaHandOverStore.mayBecome(MessageStatus.CANCELED),
                    now,
                    ids,
                    organization.value());
            Holdings.giveBack(sql, ids);
        } else {
            sql.update(
                    JpaHandOverStore.BECOMES_QUEUED + ", held = ?" + JpaHandOverStore.OF_THESE
                            + JpaHandOverStore.mayBecome(MessageStatus.QUEUED),
                    now,
                    counted ? 1 : 0,
                    recall == Recall.RETURN,
                    ids,
                    organization.value());
        }
        CampaignCounts.outdate(sql, ids);
    }
}
