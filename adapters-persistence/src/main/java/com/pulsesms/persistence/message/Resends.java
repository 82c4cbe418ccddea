package com.pulsesms.persistence.message;

import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.message.MessageStore.Resend;
import com.pulsesms.core.message.MessageStore.Resent;
import com.pulsesms.persistence.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes new messages of a campaign's old ones. These are locked first and looked at again then, so that whoever waited for
 * the locks sees what was made meanwhile.
 */
final class Resends {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Resend wish;
    private final String wanted;
    private final String toResend;

    Resends(Resend wish) {
        this.wish = wish;
        this.wanted = Sql.in(wish.statuses());
        this.toResend = "m.status " + wanted + " and m.text is not null"
                + " and not exists (select 1 from opt_out o where o.organization_id = m.organization_id"
                + " and o.phone = m.phone)"
                + " and not exists (select 1 from message_resend e join message r on r.id = e.message_id"
                + " where e.original_id = m.id and not r.status " + wanted + ")";
    }

    Resent make(Sql sql, OrganizationId organization, Instant now) {
        var locked = sql.query(
                "select m.id from message m where m.organization_id = ? and m.campaign_id = ? and m.id > ? and m.status "
                        + wanted + " order by m.id limit " + wish.limit() + " for update",
                row -> row.id("id"),
                organization.value(),
                wish.campaign().value(),
                wish.after().map(MessageId::value).orElse(BEFORE_ALL));
        if (locked.isEmpty()) {
            return new Resent(List.of(), Optional.empty());
        }
        return new Resent(insert(sql, locked, now), Optional.of(new MessageId(locked.get(locked.size() - 1))));
    }

    private List<MessageId> insert(Sql sql, List<UUID> locked, Instant now) {
        var begin = PageIds.at(now).begin();
        sql.update(
                "insert into message (id, organization_id, resend_of, phone, text, lane, route_device_id, route_sim,"
                        + " status, claim, returns, parts, created_at, changed_at) select " + PageIds.inOrderOf("m.id")
                        + ", m.organization_id, m.id, m.phone, m.text, m.lane, m.route_device_id, m.route_sim, '"
                        + MessageStatus.QUEUED + "', 0, 0, greatest(m.parts, 1), cast(? as timestamp with time zone),"
                        + " cast(? as timestamp with time zone) from message m where m.id = any(?) and " + toResend,
                begin,
                now,
                now,
                locked);
        var made = sql.query(
                "select id from message where id > cast(? as uuid) and id <= cast(? as uuid) order by id",
                row -> row.id("id"),
                begin + "00000000",
                begin + "99999999");
        sql.update(
                "insert into message_resend (original_id, message_id) select n.resend_of, n.id from message n"
                        + " where n.id = any(?)",
                made);
        return made.stream().map(MessageId::new).toList();
    }
}
