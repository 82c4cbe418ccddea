package com.pulsesms.persistence.bench;

import com.pulsesms.bench.Figures;
import com.pulsesms.bench.Timing;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.message.MessageFilter;
import com.pulsesms.core.message.MessageStatus;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Lists with many messages in the organization, beside the same lists with few. */
class ListsBenchmark {
    private static final int FEW = 10_000;
    private static final int MANY = 1_000_000;
    private static final int CAMPAIGNS = 10;
    private static final int CALLS = 300;

    @Test
    void lists() throws Exception {
        var few = measured(FEW);
        var many = measured(MANY);
        var figures = Figures.of(ListsBenchmark.class);
        many.forEach((what, timing) -> {
            var before = few.get(what).percentile(0.99).toNanos() / 1e6;
            var now = timing.percentile(0.99).toNanos() / 1e6;
            figures.add(what + ": p99 of 10,000", before, "ms")
                    .add(what + ": p99 of 1,000,000", now, "ms")
                    .add(what + ": ratio", now / before, "x", "<= 2");
        });
        figures.publish();
    }

    private static Map<String, Timing> measured(int messages) throws Exception {
        try (var bench = new Bench()) {
            var list = bench.list(messages / CAMPAIGNS);
            CampaignId last = null;
            for (var n = 0; n < CAMPAIGNS; n++) {
                last = bench.draft(list);
                bench.expand(last);
            }
            bench.change("update message set status = 'DELIVERED' where phone like '%1'");
            bench.core().sweep().run();
            bench.change("vacuum analyze");
            return timings(bench, last);
        }
    }

    private static Map<String, Timing> timings(Bench bench, CampaignId campaign) throws Exception {
        var found = new TreeMap<String, Timing>();
        found.put("all messages", timing(() -> messages(bench, Optional.empty(), Optional.empty())));
        found.put(
                "delivered messages",
                timing(() -> messages(bench, Optional.empty(), Optional.of(MessageStatus.DELIVERED))));
        found.put("messages of a campaign", timing(() -> messages(bench, Optional.of(campaign), Optional.empty())));
        found.put("campaigns", timing(() -> bench.core().campaigns().page(bench.owner(), PageRequest.first(50))));
        found.put("one campaign", timing(() -> bench.core().campaigns().find(bench.owner(), campaign)));
        return found;
    }

    private static void messages(Bench bench, Optional<CampaignId> campaign, Optional<MessageStatus> status) {
        var filter = new MessageFilter(campaign, status, Optional.empty(), Optional.empty());
        bench.core().messages().page(bench.owner(), filter, PageRequest.first(50));
    }

    private static Timing timing(Timing.Step call) throws Exception {
        for (var n = 0; n < CALLS / 3; n++) {
            call.run();
        }
        var times = new long[CALLS];
        for (var n = 0; n < CALLS; n++) {
            times[n] = Timing.nanoseconds(call);
        }
        return Timing.of(times);
    }
}
