package com.pulsesms.persistence.bench;

import com.pulsesms.core.PulseSms;
import com.pulsesms.core.campaign.CampaignRef;
import com.pulsesms.core.campaign.Campaigns;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.Region;
import com.pulsesms.persistence.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/** The core over a PostgreSQL of its own, as durable as a server's, with one organization in it. */
final class Bench implements AutoCloseable {
    private final TestDatabase database = TestDatabase.postgres();
    private final PulseSms core = PulseSms.builder()
            .storage(database.storage())
            .sending(organization -> {})
            .work(campaign -> {})
            .build();
    private final Actor owner = core.owner("Shop", new Region("RS"));

    PulseSms core() {
        return core;
    }

    Actor owner() {
        return owner;
    }

    ContactListId emptyList() {
        return core.contacts().createList(owner, "Customers").id();
    }

    ContactListId list(int contacts) throws SQLException {
        var list = emptyList();
        change(
                "insert into contact (id, organization_id, list_id, phone, name, attributes, created_at)"
                        + " select gen_random_uuid(), ?, ?, '+38164' || lpad(n::text, 7, '0'), 'Visitor ' || n, '{}', now()"
                        + " from generate_series(0, ? - 1) as n",
                owner.organization().value(),
                list.value(),
                contacts);
        return list;
    }

    CampaignId draft(ContactListId list) {
        return core.campaigns()
                .create(owner, Campaigns.Draft.of("Sale", "Hi {{name|there}}!", list))
                .id();
    }

    /** Starts it, and makes all its messages. */
    void expand(CampaignId campaign) {
        core.campaigns().start(owner, campaign);
        core.campaignWork().run(new CampaignRef(owner.organization(), campaign));
    }

    /** One statement in a transaction of its own. */
    int change(String sql, Object... values) throws SQLException {
        try (var connection = connection();
                var statement = connection.prepareStatement(sql)) {
            for (var n = 0; n < values.length; n++) {
                statement.setObject(n + 1, values[n]);
            }
            return statement.executeUpdate();
        }
    }

    /** A connection that commits by itself. */
    Connection connection() throws SQLException {
        return database.connections().getConnection();
    }

    @Override
    public void close() {
        core.close();
        database.close();
    }
}
