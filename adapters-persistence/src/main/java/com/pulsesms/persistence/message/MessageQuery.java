package com.pulsesms.persistence.message;

import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.message.MessageFilter;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.persistence.Pages;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A stretch of the list of messages, newest first, read from the index that fits the filter best. The indexes hold the
 * status before the id, so where any status will do, the newest of each status are read and merged: a few seeks, however
 * many messages there are.
 */
final class MessageQuery {
    /** By how much ids and times may differ: the one only spares looking at rows, the other decides. */
    private static final Duration SLACK = Duration.ofHours(1);

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final MessageFilter filter;
    private final int limit;

    MessageQuery(OrganizationId organization, MessageFilter filter, PageRequest request) {
        this.filter = filter;
        this.limit = request.limit() + 1;
        where("organization_id = ?", organization.value());
        where("id < ?", Pages.before(request));
        filter.campaign().map(CampaignId::value).ifPresent(campaign -> where("campaign_id = ?", campaign));
        filter.device().map(DeviceId::value).ifPresent(device -> where("device_id = ?", device));
        filter.since().ifPresent(since -> {
            where("created_at >= ?", Timestamp.from(since));
            where("id >= ?", at(since.minus(SLACK)));
        });
        filter.before().ifPresent(before -> {
            where("created_at < ?", Timestamp.from(before));
            where("id < ?", at(before.plus(SLACK)));
        });
        filter.to().map(PhoneNumber::e164).ifPresent(phone -> where("phone = ?", phone));
    }

    /** The smallest id of that time: ids begin with their milliseconds. */
    private static UUID at(Instant time) {
        return new UUID(Math.max(0, time.toEpochMilli()) << 16, 0);
    }

    private void where(String condition, Object value) {
        values.add(value);
        conditions.add(condition + values.size());
    }

    List<MessageRow> read(EntityManager rows) {
        var query = rows.createNativeQuery(sql(), MessageRow.class);
        for (var i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        List<?> found = query.getResultList();
        return found.stream().map(MessageRow.class::cast).toList();
    }

    private String sql() {
        if (filter.to().isPresent()) {
            var status = filter.status().map(MessageQuery::of).orElse("");
            return newest(status, "organization_id, phone, id desc");
        }
        return filter.status().map(this::newestOf).orElseGet(this::newestOfAny);
    }

    private String newestOfAny() {
        var each = Arrays.stream(MessageStatus.values()).map(status -> "(" + newestOf(status) + ")");
        return "select * from (" + each.collect(Collectors.joining(" union all "))
                + ") as newest order by id desc limit " + limit;
    }

    /** Ordered by all columns of the index, or H2 would sort. */
    private String newestOf(MessageStatus status) {
        if (filter.campaign().isPresent()) {
            return newest(of(status), "organization_id, campaign_id, status, id desc");
        }
        if (filter.device().isPresent()) {
            return newest(of(status), "organization_id, device_id, status, id desc");
        }
        return newest(of(status), "organization_id, status, id desc");
    }

    private String newest(String status, String order) {
        return "select * from message where " + String.join(" and ", conditions) + status + " order by " + order
                + " limit " + limit;
    }

    private static String of(MessageStatus status) {
        return " and status = '" + status + "'";
    }
}
