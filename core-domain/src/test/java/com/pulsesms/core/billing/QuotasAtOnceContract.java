package com.pulsesms.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.PulseSms;
import com.pulsesms.core.StorageContract;
import com.pulsesms.core.apikey.ApiKeys;
import com.pulsesms.core.campaign.Campaign;
import com.pulsesms.core.campaign.CampaignRef;
import com.pulsesms.core.campaign.Campaigns;
import com.pulsesms.core.contact.Contacts;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.AtOnce;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Region;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.kernel.TestClock;
import com.pulsesms.core.memory.Pbkdf2;
import com.pulsesms.core.message.MessageFilter;
import com.pulsesms.core.message.Messages.NewMessage;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That over every storage a quota lets exactly its limit through, however many ask at once. */
public interface QuotasAtOnceContract extends StorageContract {
    int THREADS = 50;

    private PulseSms free() {
        return on(Plan.FREE);
    }

    private PulseSms on(Plan plan) {
        return PulseSms.builder()
                .storage(storage())
                .sending(organization -> {})
                .work(campaign -> {})
                .plan(plan)
                .passwords(new Pbkdf2(1))
                .clock(new TestClock(Sample.NOW))
                .build();
    }

    private static Actor owner(PulseSms pulse) {
        return pulse.owner("Shop", new Region("RS"));
    }

    private static long used(PulseSms pulse, Actor owner) {
        return pulse.messages().usage(owner, AQuota.MONTH).allowance().used();
    }

    /** How many of the calls of all threads were not refused. */
    private static int granted(int callsOfEach, IntConsumer call) {
        return AtOnce.call(THREADS, thread -> (int) Stream.generate(() -> thread)
                        .limit(callsOfEach)
                        .filter(n -> isGranted(call, n))
                        .count())
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static boolean isGranted(IntConsumer call, int n) {
        try {
            call.accept(n);
            return true;
        } catch (Refusal.LimitReached reached) {
            return false;
        }
    }

    @Test
    default void letsExactlyAHundredMessagesThroughThatManySendAtOnce() {
        try (var pulse = free()) {
            var owner = owner(pulse);

            var sent = granted(4, n -> pulse.messages().send(owner, NewMessage.of("064 123 4567", "Hello")));

            assertThat(sent).isEqualTo(100);
            assertThat(used(pulse, owner)).isEqualTo(100);
            var kept = pulse.messages().page(owner, MessageFilter.ALL, new PageRequest(200, Optional.empty()));
            assertThat(kept.items()).hasSize(100);
        }
    }

    @Test
    default void makesExactlyTheOrganizationsAndKeysThatFitWhenManyAreMadeAtOnce() {
        try (var pro = on(Plan.PRO);
                var free = free()) {
            var person = owner(pro).person();
            var owner = owner(free);
            free.apiKeys()
                    .page(owner, PageRequest.first())
                    .items()
                    .forEach(key -> free.apiKeys().revoke(owner, key.id()));

            var organizations =
                    granted(1, n -> pro.organizations().create(person, "Shop " + n, new Region("RS"), ZoneOffset.UTC));
            var keys = granted(1, n -> free.apiKeys().create(owner, "Key " + n, ApiKeys.DEFAULT_SCOPES));

            assertThat(organizations).isEqualTo(4);
            assertThat(keys).isEqualTo(1);
        }
    }

    @Test
    default void startsExactlyTheCampaignsThatFitWhenManyAreStartedAtOnce() {
        try (var pulse = free()) {
            var owner = owner(pulse);
            var list = pulse.contacts().createList(owner, "Customers").id();
            for (var n = 0; n < 7; n++) {
                pulse.contacts()
                        .add(owner, list, Contacts.Draft.of(Sample.number(n).e164(), "Ana"));
            }
            var drafts = Stream.generate(() -> pulse.campaigns().create(owner, Campaigns.Draft.of("Sale", "Hi", list)))
                    .limit(THREADS)
                    .toList();

            var started =
                    granted(1, n -> pulse.campaigns().start(owner, drafts.get(n).id()));

            assertThat(started).isEqualTo(14);
            assertThat(used(pulse, owner)).isEqualTo(98);
            makeMessages(pulse, drafts);
            assertThat(used(pulse, owner)).isEqualTo(98);
        }
    }

    /** By several nodes, which make the same pages. */
    private static void makeMessages(PulseSms pulse, List<Campaign> campaigns) {
        AtOnce.call(3, thread -> {
            campaigns.forEach(
                    campaign -> pulse.campaignWork().run(new CampaignRef(campaign.organization(), campaign.id())));
            return thread;
        });
    }

    @Test
    default void givesBackOfEachCampaignOnceWhenManyCancelAndMakeItsMessagesAtOnce() {
        try (var pulse = free()) {
            var owner = owner(pulse);
            var list = pulse.contacts().createList(owner, "Customers").id();
            for (var n = 0; n < 30; n++) {
                pulse.contacts()
                        .add(owner, list, Contacts.Draft.of(Sample.number(n).e164(), "Ana"));
            }
            var campaigns = Stream.generate(
                            () -> pulse.campaigns().create(owner, Campaigns.Draft.of("Sale", "Hi", list)))
                    .limit(3)
                    .peek(campaign -> pulse.campaigns().start(owner, campaign.id()))
                    .toList();

            AtOnce.call(9, thread -> {
                var campaign = campaigns.get(thread % 3);
                if (thread < 3) {
                    pulse.steering().cancel(owner, campaign.id());
                }
                pulse.campaignWork().run(new CampaignRef(campaign.organization(), campaign.id()));
                return thread;
            });
            makeMessages(pulse, campaigns);

            assertThat(used(pulse, owner)).isZero();
        }
    }
}
