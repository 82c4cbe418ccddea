package com.pulsesms.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.PulseSms;
import com.pulsesms.core.Storage;
import com.pulsesms.core.campaign.ACampaign;
import com.pulsesms.core.campaign.CampaignRef;
import com.pulsesms.core.campaign.CampaignWork;
import com.pulsesms.core.campaign.WorkQueue;
import com.pulsesms.core.campaign.WorkQueueContract;
import com.pulsesms.core.organization.AnOrganization;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InProcessWorkQueueTest implements WorkQueueContract {
    private final Storage storage = MemoryStorage.open();
    private final PulseSms pulse = PulseSms.builder()
            .storage(storage)
            .passwords(new Pbkdf2(1))
            .sending(organization -> {})
            .build();
    private Supplier<CampaignWork> campaignWork = pulse::campaignWork;
    private final InProcessWorkQueue work = new InProcessWorkQueue(() -> campaignWork.get());

    @AfterEach
    void close() {
        work.close();
        pulse.close();
    }

    @Override
    public WorkQueue work() {
        return work;
    }

    @Override
    public CampaignRef started() {
        var organization = AnOrganization.in(storage);
        var campaign = ACampaign.started(storage, ACampaign.stored(storage, organization, 3));
        return new CampaignRef(organization, campaign.id());
    }

    @Override
    public boolean workedOn(CampaignRef campaign) {
        return storage.transactions()
                .call(() -> storage.campaigns().find(campaign.organization(), campaign.campaign()))
                .orElseThrow()
                .expansion()
                .finished();
    }

    @Test
    void goesOnWithTheNextCampaignWhenOneBreaks() {
        var failing = new AtomicInteger();
        campaignWork = () -> {
            if (failing.getAndIncrement() == 0) {
                throw new IllegalStateException("This failure is part of the test");
            }
            return pulse.campaignWork();
        };
        var broken = started();
        var next = started();

        work.workOn(broken);
        work.workOn(next);
        work.awaitIdle();

        assertThat(workedOn(broken)).isFalse();
        assertThat(workedOn(next)).isTrue();
    }

    @Test
    void doesNotLetASmallCampaignWaitForTheEndOfABigOne() {
        var organization = AnOrganization.in(storage);
        var big = ACampaign.started(storage, ACampaign.stored(storage, organization, 6_001));
        var small = started();
        var bigOne = new CampaignRef(organization, big.id());
        var bigEndedFirst = new AtomicBoolean();
        campaignWork = () -> {
            bigEndedFirst.compareAndSet(false, workedOn(bigOne) && !workedOn(small));
            return pulse.campaignWork();
        };

        work.workOn(bigOne);
        work.workOn(small);
        work.awaitIdle();

        assertThat(workedOn(bigOne)).isTrue();
        assertThat(workedOn(small)).isTrue();
        assertThat(bigEndedFirst).isFalse();
    }

    @Test
    void takesNoMoreWorkOnceItIsClosed() {
        var campaign = started();
        work.close();

        work.workOn(campaign);

        assertThat(workedOn(campaign)).isFalse();
    }
}
