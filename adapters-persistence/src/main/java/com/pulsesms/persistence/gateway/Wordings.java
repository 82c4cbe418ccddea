package com.pulsesms.persistence.gateway;

import com.pulsesms.core.campaign.Campaign;
import com.pulsesms.core.gateway.Claim;
import com.pulsesms.core.gateway.Claimed;
import com.pulsesms.core.gateway.Wording;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.ContactId;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.message.Lane;
import com.pulsesms.persistence.Columns;
import com.pulsesms.persistence.Sql;
import com.pulsesms.persistence.campaign.JpaCampaignStore;
import com.pulsesms.persistence.contact.JpaContactStore;
import com.pulsesms.persistence.contact.JpaOptOutStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads claimed messages with what their texts are made of. */
final class Wordings {
    private final JpaContactStore contacts;
    private final JpaCampaignStore campaigns;

    Wordings(JpaContactStore contacts, JpaCampaignStore campaigns) {
        this.contacts = contacts;
        this.campaigns = campaigns;
    }

    private record Row(
            Claim claim,
            Optional<CampaignId> campaign,
            Optional<ContactId> contact,
            PhoneNumber to,
            Optional<String> text,
            Lane lane,
            Optional<Integer> sim,
            Optional<Instant> deadline,
            boolean optedOut) {
        private static Row of(Columns row) throws SQLException {
            return new Row(
                    new Claim(new MessageId(row.id("id")), row.number("claim")),
                    row.optionalId("campaign_id").map(CampaignId::new),
                    row.optionalId("contact_id").map(ContactId::new),
                    new PhoneNumber(row.text("phone")),
                    row.optionalText("text"),
                    row.constant("lane", Lane.class),
                    row.optionalNumber("route_sim"),
                    row.optionalInstant("deadline"),
                    row.is("opted_out"));
        }

        private Wording written() {
            return new Wording.Written(text.orElseThrow());
        }

        private Claimed claimed(Function<Row, Wording> wording) {
            var source = optedOut ? new Wording.OptedOut() : wording.apply(this);
            return new Claimed(claim, campaign, to, source, lane, sim, deadline);
        }
    }

    /** As they were written, in the order of ids. */
    List<Claimed> offered(Sql sql, List<UUID> ids) {
        return rows(sql, ids).stream().map(row -> row.claimed(Row::written)).toList();
    }

    /** A campaign's texts anew, in the order of ids. */
    List<Claimed> claimed(Sql sql, OrganizationId organization, List<UUID> ids) {
        var found = rows(sql, ids);
        var campaigns = campaigns(organization, all(found, Row::campaign));
        var people = contacts.contacts(organization, all(found, Row::contact));
        Function<Row, Wording> wording = row -> row.campaign
                .map(campaigns::get)
                .map(campaign -> Wording.of(campaign, row.contact.map(people::get)))
                .orElseGet(row::written);
        return found.stream().map(row -> row.claimed(wording)).toList();
    }

    private static List<Row> rows(Sql sql, List<UUID> ids) {
        return sql.query(
                "select m.*, o.id is not null as opted_out from message m" + JpaOptOutStore.optOutOf("m")
                        + " where m.id = any(?) order by m.id",
                Row::of,
                ids);
    }

    private Map<CampaignId, Campaign> campaigns(OrganizationId organization, Set<CampaignId> ids) {
        return ids.stream()
                .map(id -> campaigns.find(organization, id).orElseThrow())
                .collect(Collectors.toMap(Campaign::id, Function.identity()));
    }

    private static <T> Set<T> all(List<Row> rows, Function<Row, Optional<T>> part) {
        return rows.stream().map(part).flatMap(Optional::stream).collect(Collectors.toSet());
    }
}
