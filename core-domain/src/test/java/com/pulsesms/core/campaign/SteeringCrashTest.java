package com.pulsesms.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.CrashingTransactions;
import com.pulsesms.core.CrashingTransactions.Crash;
import com.pulsesms.core.TestPulse;
import com.pulsesms.core.gateway.Phone;
import com.pulsesms.core.gateway.Report.Told;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.AtOnce;
import com.pulsesms.core.message.MessageStatus;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pausing, resuming and canceling on nodes that die before and after each commit. */
class SteeringCrashTest {
    private static final int MESSAGES = CampaignWork.PAGE + 10;

    private final AtomicReference<CrashingTransactions> node = new AtomicReference<>();
    private final TestPulse pulse = new TestPulse(storage -> {
        node.set(new CrashingTransactions(storage.transactions()));
        return TestPulse.with(storage, node.get());
    });
    private final Actor owner = pulse.owner();

    /** What a person does, and what of the messages waits to be claimed when it is through. */
    enum Turn {
        PAUSE(CampaignStatus.PAUSED, MessageStatus.QUEUED, 0),
        RESUME(CampaignStatus.IN_PROGRESS, MessageStatus.QUEUED, MESSAGES),
        CANCEL(CampaignStatus.CANCELED, MessageStatus.CANCELED, 0);

        private final CampaignStatus status;
        private final MessageStatus messages;
        private final int claimable;

        Turn(CampaignStatus status, MessageStatus messages, int claimable) {
            this.status = status;
            this.messages = messages;
            this.claimable = claimable;
        }
    }

    private void take(Turn turn, Campaign campaign) {
        var steering = pulse.core().steering();
        switch (turn) {
            case PAUSE -> steering.pause(owner, campaign.id());
            case RESUME -> steering.resume(owner, campaign.id());
            case CANCEL -> steering.cancel(owner, campaign.id());
        }
    }

    /** A campaign of more than one page, in a state from which the turn leads elsewhere. */
    private Campaign before(Turn turn) {
        var list = Audience.of(pulse.storage(), owner.organization(), MESSAGES);
        var campaign = pulse.core().campaigns().create(owner, Campaigns.Draft.of("Sale", "Hi", list));
        pulse.core().campaigns().start(owner, campaign.id());
        pulse.expandAll();
        if (turn == Turn.RESUME) {
            take(Turn.PAUSE, campaign);
            pulse.expandAll();
        }
        return campaign;
    }

    private void assertThrough(Turn turn, Campaign campaign) {
        var progress = pulse.progress(owner, campaign);
        assertThat(progress.campaign().status()).isEqualTo(turn.status);
        assertThat(progress.campaign().rollOut()).isEmpty();
        assertThat(progress.counts().of(turn.messages)).isEqualTo(MESSAGES);
        assertThat(waits()).isEqualTo(turn.claimable > 0);
        assertThat(claimable()).isEqualTo(turn.claimable);
    }

    private boolean waits() {
        var mine = Set.of(owner.organization());
        return !pulse.core().handOver().waiting(mine).isEmpty();
    }

    private long claimable() {
        var phone = Phone.paired(pulse.core(), owner);
        return Stream.generate(phone::take)
                .takeWhile(taken -> !taken.isEmpty())
                .mapToLong(taken -> taken.size())
                .sum();
    }

    private static CampaignRef ref(Campaign campaign) {
        return new CampaignRef(campaign.organization(), campaign.id());
    }

    @ParameterizedTest
    @EnumSource(Turn.class)
    void changesNothingWhenTheNodeDiesBeforeTheCallIsCommitted(Turn turn) {
        var campaign = before(turn);
        var before = pulse.progress(owner, campaign);

        node.get().crashIn(1);
        assertThatThrownBy(() -> take(turn, campaign)).isInstanceOf(Crash.class);

        assertThat(pulse.progress(owner, campaign)).isEqualTo(before);
        assertThat(pulse.work()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Turn.class)
    void goesOnWhereItStoppedWheneverItsNodeDies(Turn turn) {
        var campaign = before(turn);
        take(turn, campaign);

        var attempts = 0;
        var crashes = 0;
        var more = true;
        while (more) {
            // Every other time: before the commit of the page, which is done again by the next.
            node.get().crashIn(attempts++ % 2 + 1);
            try {
                more = pulse.core().campaignWork().page(ref(campaign));
            } catch (Crash crash) {
                crashes++;
            }
            node.get().crashIn(Integer.MAX_VALUE);
        }

        assertThat(crashes).isEqualTo(2);
        assertThrough(turn, campaign);
    }

    @ParameterizedTest
    @EnumSource(Turn.class)
    void isWorkedOnAgainWhenItsNudgeGotLost(Turn turn) {
        var campaign = before(turn);
        node.get().forgetActions(true);
        take(turn, campaign);
        node.get().forgetActions(false);
        assertThat(pulse.work()).isEmpty();

        pulse.clock().pass(Duration.ofSeconds(31));
        pulse.core().sweep().run();
        pulse.expandAll();

        assertThrough(turn, campaign);
    }

    @ParameterizedTest
    @EnumSource(Turn.class)
    void isWorkedOnAgainWhenItsNodeDiesBetweenTwoPages(Turn turn) {
        var campaign = before(turn);
        take(turn, campaign);
        pulse.work();
        assertThat(pulse.core().campaignWork().page(ref(campaign))).isTrue();

        pulse.clock().pass(Duration.ofSeconds(31));
        pulse.core().sweep().run();
        pulse.expandAll();

        assertThrough(turn, campaign);
    }

    @ParameterizedTest
    @EnumSource(Turn.class)
    void comesToTheSameWhenSeveralNodesWorkAtOnce(Turn turn) {
        var campaign = before(turn);
        take(turn, campaign);

        AtOnce.call(4, n -> {
            pulse.core().campaignWork().run(ref(campaign));
            return n;
        });

        assertThrough(turn, campaign);
    }

    @Test
    void endsACanceledCampaignInTheNextSweepWhenTheNodeDiedAfterTheLastPage() {
        var campaign = before(Turn.CANCEL);
        take(Turn.CANCEL, campaign);
        node.get().forgetActions(true);
        pulse.expandAll();
        node.get().forgetActions(false);
        assertThat(pulse.progress(owner, campaign).campaign().completedAt()).isEmpty();

        pulse.core().sweep().run();

        assertThat(pulse.progress(owner, campaign).campaign().completedAt()).isPresent();
        assertThrough(Turn.CANCEL, campaign);
    }

    @Test
    void endsACanceledCampaignInTheNextSweepWhenTheNodeDiedAfterTheLastReport() {
        var campaign = pulse.expanded(owner, 1);
        var phone = Phone.paired(pulse.core(), owner);
        var taken = phone.takeOne();
        take(Turn.CANCEL, campaign);
        pulse.expandAll();
        node.get().forgetActions(true);
        phone.tell(taken, Told.RETURNED);
        node.get().forgetActions(false);
        assertThat(pulse.progress(owner, campaign).campaign().completedAt()).isEmpty();

        pulse.core().sweep().run();

        assertThat(pulse.progress(owner, campaign).campaign().completedAt()).isPresent();
    }

    @Test
    void completesACampaignInTheNextSweepWhenTheNodeDiedAfterItsLastMessageWasCanceled() {
        var campaign = pulse.expanded(owner, 1);
        var message = pulse.messagesOf(owner, campaign).get(0);
        node.get().forgetActions(true);
        pulse.core().steering().cancelMessage(owner, message.id());
        node.get().forgetActions(false);
        assertThat(pulse.progress(owner, campaign).campaign().status()).isEqualTo(CampaignStatus.IN_PROGRESS);

        pulse.core().sweep().run();

        assertThat(pulse.progress(owner, campaign).campaign().status()).isEqualTo(CampaignStatus.COMPLETED);
    }

    @Test
    void takesAMessageBackOnceMoreWhenTheNodeDiesWhileItHearsOfIt() {
        var campaign = pulse.expanded(owner, 1);
        var phone = Phone.paired(pulse.core(), owner);
        var taken = phone.takeOne();
        take(Turn.PAUSE, campaign);
        pulse.expandAll();
        var report = phone.report(taken, Told.RETURNED);

        node.get().crashIn(1);
        assertThatThrownBy(() -> phone.tell(report)).isInstanceOf(Crash.class);
        assertThat(phone.calledBack()).hasSize(1);

        assertThat(phone.tell(report).confirmed()).hasSize(1);
        assertThat(phone.claim()).isEmpty();
        assertThat(pulse.progress(owner, campaign).counts().of(MessageStatus.QUEUED))
                .isEqualTo(1);
    }
}
