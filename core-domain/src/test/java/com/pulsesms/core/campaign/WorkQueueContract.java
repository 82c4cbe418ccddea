package com.pulsesms.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.Eventually;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Sample;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link WorkQueue} keeps. */
public interface WorkQueueContract {
    WorkQueue work();

    /** A campaign that waits to be made into messages. */
    CampaignRef started();

    /** Whether some node has worked on this campaign by now. */
    boolean workedOn(CampaignRef campaign);

    @Test
    default void makesSomeNodeWorkOnACampaign() {
        var campaign = started();

        work().workOn(campaign);

        assertThat(Eventually.meets(() -> workedOn(campaign))).isTrue();
    }

    @Test
    default void makesNodesWorkOnEachOfManyCampaigns() {
        var campaigns = Stream.generate(this::started).limit(10).toList();

        campaigns.forEach(work()::workOn);

        assertThat(Eventually.meets(() -> campaigns.stream().allMatch(this::workedOn)))
                .isTrue();
    }

    @Test
    default void mayBeAskedTheSameAnyNumberOfTimes() {
        var campaign = started();

        for (var n = 0; n < 10; n++) {
            work().workOn(campaign);
        }

        assertThat(Eventually.meets(() -> workedOn(campaign))).isTrue();
    }

    @Test
    default void makesSomeNodeWorkOnACampaignThatItIsRemindedOf() {
        var campaign = started();

        work().remindOf(campaign);

        assertThat(Eventually.meets(() -> workedOn(campaign))).isTrue();
    }

    @Test
    default void isNotHeldUpByACampaignThatIsGone() {
        var campaign = started();
        var gone = new CampaignRef(new OrganizationId(Sample.id()), new CampaignId(Sample.id()));

        work().workOn(gone);
        work().workOn(campaign);

        assertThat(Eventually.meets(() -> workedOn(campaign))).isTrue();
    }
}
