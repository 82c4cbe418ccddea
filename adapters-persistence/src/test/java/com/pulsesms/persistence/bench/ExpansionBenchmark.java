package com.pulsesms.persistence.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.bench.Figures;
import com.pulsesms.bench.Memory;
import com.pulsesms.bench.Timing;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.message.MessageCounts;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From the start of a campaign until all its messages can be claimed, beside one statement that makes the same rows. */
class ExpansionBenchmark {
    private static final int CONTACTS = 100_000;
    private static final int ROUNDS = 3;

    private static final String BY_HAND =
            "insert into message (id, organization_id, campaign_id, contact_id, phone, lane,"
                    + " status, claim, returns, parts, created_at, changed_at)"
                    + " select gen_random_uuid(), c.organization_id, ?, c.id, c.phone, 'NORMAL', 'QUEUED', 0, 0, 1, now(), now()"
                    + " from contact c where c.organization_id = ? and c.list_id = ?";

    @Test
    void expands() throws Exception {
        try (var bench = new Bench()) {
            var list = bench.list(CONTACTS);
            byHand(bench, list);
            expand(bench, list);
            var plain = new long[ROUNDS];
            var ours = new long[ROUNDS];
            var held = Memory.held();
            for (var round = 0; round < ROUNDS; round++) {
                plain[round] = byHand(bench, list);
                ours[round] = expand(bench, list);
            }
            var grown = Memory.held() - held;

            var median = Timing.of(ours).median().toMillis();
            var baseline = Timing.of(plain).median().toMillis();
            Figures.of(ExpansionBenchmark.class)
                    .add("expansion of 100,000 contacts", median, "ms")
                    .add("the same rows by one statement", baseline, "ms")
                    .add("ratio", (double) median / baseline, "x", "<= 1.5")
                    .add("heap held more after it", grown, "MiB", "flat")
                    .publish();
        }
    }

    private static long byHand(Bench bench, ContactListId list) throws Exception {
        var organization = bench.owner().organization().value();
        return Timing.nanoseconds(() -> assertThat(bench.change(BY_HAND, UUID.randomUUID(), organization, list.value()))
                .isEqualTo(CONTACTS));
    }

    private static long expand(Bench bench, ContactListId list) throws Exception {
        var campaign = bench.draft(list);
        var time = Timing.nanoseconds(() -> bench.expand(campaign));
        assertThat(counts(bench, campaign).queued()).isEqualTo(CONTACTS);
        return time;
    }

    private static MessageCounts counts(Bench bench, CampaignId campaign) {
        return bench.core().campaigns().find(bench.owner(), campaign).counts();
    }
}
