package com.pulsesms.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.PulseSms;
import com.pulsesms.core.campaign.CampaignRef;
import com.pulsesms.core.campaign.Campaigns;
import com.pulsesms.core.device.ADevice;
import com.pulsesms.core.device.Device;
import com.pulsesms.core.gateway.Claimed;
import com.pulsesms.core.gateway.HandOver;
import com.pulsesms.core.gateway.HandOverStore;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.Region;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.Messages.NewMessage;
import com.pulsesms.core.message.Route;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What waits behind much else is not held up by it: PostgreSQL reads for a claim about as many rows as it takes, however
 * many wait in front of it or beside it. It is the rows that are counted, as they tell of no machine's speed.
 */
class FairnessIT {
    private static final int VERY_MANY = 200_000;

    private static TestDatabase database;
    private static PulseSms core;
    private static Actor big;

    @BeforeAll
    static void open() {
        database = TestDatabase.postgres();
        core = PulseSms.builder()
                .storage(database.storage())
                .sending(organization -> {})
                .work(campaign -> {})
                .build();
        big = sending(VERY_MANY);
    }

    @AfterAll
    static void close() {
        core.close();
        database.close();
    }

    /** An organization with a campaign in progress to as many contacts, all of whose messages wait. */
    private static Actor sending(int contacts) {
        var owner = core.owner("Shop", new Region("RS"));
        var list = list(owner, contacts);
        var draft = core.campaigns().create(owner, Campaigns.Draft.of("Sale", "Hi {{name|there}}!", list));
        core.campaigns().start(owner, draft.id());
        core.campaignWork().run(new CampaignRef(owner.organization(), draft.id()));
        return owner;
    }

    private static ContactListId list(Actor owner, int contacts) {
        var list = core.contacts().createList(owner, "Customers").id();
        transactions()
                .sql(sql -> sql.update(
                        "insert into contact (id, organization_id, list_id, phone, name, attributes, created_at)"
                                + " select gen_random_uuid(), ?, ?, '+38164' || lpad(n::text, 7, '0'), 'Ana ' || n,"
                                + " '{\"city\":\"Novi Sad\"}', now() from generate_series(0, ? - 1) as n",
                        owner.organization().value(),
                        list.value(),
                        contacts));
        return list;
    }

    private static JpaTransactions transactions() {
        return (JpaTransactions) database.storage().transactions();
    }

    private static Device phone(Actor owner) {
        return ADevice.in(database.storage(), owner.organization());
    }

    private static NewMessage urgent() {
        return new NewMessage("0649999999", "Now", Lane.URGENT, Route.ANY, Optional.empty());
    }

    /** What a claim found, and how many rows of messages the database read for it. */
    private record Cost(List<Claimed> claimed, long rows) {}

    private static Cost claim(Device phone, int max, Set<Lane> lanes) {
        var wish = new HandOverStore.Wish(phone.id(), max, Set.of(), lanes);
        return transactions().call(() -> {
            var before = rowsRead();
            var now = Instant.now();
            var claimed = database.storage().handOver().claim(phone.organization(), wish, now, now.plusSeconds(60));
            return new Cost(claimed, rowsRead() - before);
        });
    }

    /** By this transaction so far. */
    private static long rowsRead() {
        return transactions()
                .sql(sql -> sql.one(
                        "select seq_tup_read + coalesce(idx_tup_fetch, 0) as read_rows from pg_stat_xact_user_tables"
                                + " where relname = 'message'",
                        row -> row.count("read_rows")));
    }

    @Test
    void anUrgentMessageIsInTheNextClaimThoughACampaignWaits() {
        assertThat(core.handOver().claim(phone(big), HandOver.CLAIM_LIMIT)).isNotEmpty();

        var urgent = core.messages().send(big, urgent());
        var next = claim(phone(big), 1, Lane.ALL);

        assertThat(next.claimed()).extracting(one -> one.claim().message()).containsExactly(urgent.id());
        assertThat(next.rows()).isLessThan(20);
    }

    @Test
    void quietHoursMakeAClaimNoDearer() {
        var phone = phone(big);
        core.messages().send(big, urgent());

        var quiet = claim(phone, 10, Set.of(Lane.URGENT));
        var nothing = claim(phone, 10, Set.of(Lane.URGENT));
        var usual = claim(phone, 10, Lane.ALL);

        assertThat(quiet.claimed()).hasSize(1);
        assertThat(quiet.rows()).isLessThan(20);
        assertThat(nothing.claimed()).isEmpty();
        assertThat(nothing.rows()).isLessThan(20);
        assertThat(usual.claimed()).hasSize(10);
        assertThat(usual.rows()).isLessThan(100);
    }

    @Test
    void oneOrganizationsVeryManyDoNotDelayAnothersTen() {
        var small = sending(10);

        var theirs = claim(phone(small), HandOver.CLAIM_LIMIT, Lane.ALL);
        var bigOnes = claim(phone(big), HandOver.CLAIM_LIMIT, Lane.ALL);

        assertThat(theirs.claimed()).hasSize(10);
        assertThat(theirs.rows()).isLessThan(100);
        assertThat(bigOnes.claimed()).hasSize(HandOver.CLAIM_LIMIT);
        assertThat(bigOnes.rows()).isLessThan(500);
    }

    @Test
    void aSmallCampaignIsMadeBetweenThePagesOfABigOne() {
        var many = started(20_000);
        var few = started(10);

        assertThat(core.campaignWork().page(many)).isTrue();
        core.campaignWork().run(few);

        assertThat(messages(few)).isEqualTo(10);
        assertThat(messages(many)).isBetween(1, 5_000);
    }

    private static CampaignRef started(int contacts) {
        var owner = core.owner("Shop", new Region("RS"));
        var draft = core.campaigns().create(owner, Campaigns.Draft.of("Sale", "Hi", list(owner, contacts)));
        core.campaigns().start(owner, draft.id());
        return new CampaignRef(owner.organization(), draft.id());
    }

    private static int messages(CampaignRef campaign) {
        return transactions()
                .sql(sql -> sql.one(
                        "select count(*) as made from message where campaign_id = ?",
                        row -> row.number("made"),
                        campaign.campaign().value()));
    }
}
