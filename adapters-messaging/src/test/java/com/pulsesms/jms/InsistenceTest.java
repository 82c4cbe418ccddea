package com.pulsesms.jms;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.campaign.CampaignRef;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.OrganizationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InsistenceTest {
    private final PassingTime clock = new PassingTime();
    private final Insistence insistence = new Insistence(clock);
    private final CampaignRef campaign =
            new CampaignRef(new OrganizationId(UUID.randomUUID()), new CampaignId(UUID.randomUUID()));

    @Test
    void letsTheFirstThrough() {
        assertThat(insistence.isDue(campaign)).isTrue();
    }

    @Test
    void holdsBackWhoAsksAgainAtOnce() {
        insistence.isDue(campaign);

        assertThat(insistence.isDue(campaign)).isFalse();
    }

    @Test
    void letsThroughEverMoreSeldom() {
        insistence.isDue(campaign);
        clock.passes(Insistence.SHORTEST);
        assertThat(insistence.isDue(campaign)).isTrue();

        clock.passes(Insistence.SHORTEST);
        assertThat(insistence.isDue(campaign)).isFalse();

        clock.passes(Insistence.SHORTEST);
        assertThat(insistence.isDue(campaign)).isTrue();
    }

    @Test
    void neverHoldsBackForLongerThanTheLongestTime() {
        for (var i = 0; i < 20; i++) {
            assertThat(insistence.isDue(campaign)).isTrue();
            clock.passes(Insistence.LONGEST);
        }
    }

    @Test
    void letsThroughWhatWasForgotten() {
        insistence.isDue(campaign);
        insistence.forget(campaign);

        assertThat(insistence.isDue(campaign)).isTrue();
    }

    private static final class PassingTime extends Clock {
        private Instant now = Instant.parse("2026-03-01T08:00:00Z");

        void passes(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
