package com.pulsesms.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.TestPulse;
import com.pulsesms.core.gateway.CalledBack;
import com.pulsesms.core.gateway.HandOver;
import com.pulsesms.core.gateway.Handed;
import com.pulsesms.core.gateway.Phone;
import com.pulsesms.core.gateway.Recall;
import com.pulsesms.core.gateway.Report;
import com.pulsesms.core.gateway.Report.Told;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.AtOnce;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pausing, resuming and canceling campaigns, duplicating them, and canceling messages. */
class SteeringTest {
    private final TestPulse pulse = new TestPulse();
    private final Campaigns campaigns = pulse.core().campaigns();
    private final Steering steering = pulse.core().steering();
    private final Actor owner = pulse.owner();
    private final Phone phone = Phone.paired(pulse.core(), owner);

    private CampaignStatus status(Campaign campaign) {
        return pulse.progress(owner, campaign).campaign().status();
    }

    private long counted(Campaign campaign, MessageStatus status) {
        return pulse.progress(owner, campaign).counts().of(status);
    }

    private void pass(Duration time) {
        pulse.clock().pass(time);
        pulse.core().sweep().run();
        pulse.expandAll();
    }

    private static void refusedAs(String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refusal.Conflict.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void holdsWhatWaitsWhilePausedAndGoesOnWhenResumed() {
        var campaign = pulse.expanded(owner, 3);
        phone.tellAll(phone.take(), Told.RETURNED);

        assertThat(steering.pause(owner, campaign.id()).status()).isEqualTo(CampaignStatus.PAUSED);
        pulse.expandAll();
        assertThat(phone.claim()).isEmpty();
        pass(Duration.ofDays(1));
        assertThat(phone.claim()).isEmpty();
        assertThat(counted(campaign, MessageStatus.QUEUED)).isEqualTo(3);

        assertThat(steering.resume(owner, campaign.id()).status()).isEqualTo(CampaignStatus.IN_PROGRESS);
        pulse.expandAll();
        assertThat(pulse.nudges()).contains(owner.organization());
        phone.tellAll(phone.take(), Told.SENT);
        assertThat(status(campaign)).isEqualTo(CampaignStatus.COMPLETED);
        assertThat(counted(campaign, MessageStatus.SENT)).isEqualTo(3);
    }

    @Test
    void handsOutNothingFromThePauseOnThoughNoMessageFollowedYet() {
        var campaign = pulse.expanded(owner, 60);
        var single = pulse.queued(owner);

        steering.pause(owner, campaign.id());

        assertThat(phone.claim()).extracting(h -> h.claim().message()).containsExactly(single.id());
    }

    @Test
    void handsOutNothingFromTheCancellationOnThoughNoMessageFollowedYet() {
        var campaign = pulse.expanded(owner, 60);

        steering.cancel(owner, campaign.id());

        assertThat(phone.claim()).isEmpty();
        assertThat(counted(campaign, MessageStatus.CANCELED)).isEqualTo(60);
        assertThat(pulse.progress(owner, campaign).campaign().completedAt()).isPresent();
    }

    @Test
    void takesBackWhatAPhoneWasHandedButDidNotAccept() {
        var campaign = pulse.expanded(owner, 2);
        var handed = phone.claim();

        steering.pause(owner, campaign.id());
        assertThat(phone.claim()).isEmpty();
        assertThat(phone.accept(handed).accepted()).isEmpty();

        pulse.expandAll();
        assertThat(counted(campaign, MessageStatus.QUEUED)).isEqualTo(2);
        assertThat(phone.accept(handed).accepted()).isEmpty();

        steering.resume(owner, campaign.id());
        pulse.expandAll();
        assertThat(phone.take()).hasSize(2).allMatch(again -> again.claim().number() == 2);
    }

    @Test
    void asksBackWhatAPhoneAcceptedUntilItReports() {
        var campaign = pulse.expanded(owner, 3);
        var taken = phone.take();
        assertThat(phone.calledBack()).isEmpty();

        steering.pause(owner, campaign.id());
        assertThat(phone.accept(taken).accepted()).hasSize(3);
        assertThat(phone.calledBack())
                .extracting(CalledBack::claim)
                .containsExactlyInAnyOrderElementsOf(
                        taken.stream().map(Handed::claim).toList());
        assertThat(phone.calledBack()).extracting(CalledBack::recall).containsOnly(Recall.RETURN);

        phone.tell(taken.get(0), Told.SENT);
        phone.tell(taken.get(1), Told.RETURNED);
        assertThat(phone.calledBack())
                .extracting(CalledBack::claim)
                .containsExactly(taken.get(2).claim());
        assertThat(counted(campaign, MessageStatus.SENT)).isEqualTo(1);
        assertThat(counted(campaign, MessageStatus.QUEUED)).isEqualTo(1);
        assertThat(phone.claim()).isEmpty();

        steering.resume(owner, campaign.id());
        assertThat(phone.calledBack()).isEmpty();
        pulse.expandAll();
        assertThat(phone.claim())
                .extracting(h -> h.claim().message())
                .containsExactly(taken.get(1).claim().message());
    }

    @Test
    void usesUpNoAttemptByPausing() {
        var campaign = pulse.expanded(owner, 1);

        for (var n = 0; n < 10; n++) {
            var taken = phone.takeOne();
            steering.pause(owner, campaign.id());
            phone.tell(taken, Told.RETURNED);
            steering.resume(owner, campaign.id());
            pulse.expandAll();
        }

        phone.tell(phone.takeOne(), Told.SENT);
        assertThat(counted(campaign, MessageStatus.SENT)).isEqualTo(1);
    }

    @Test
    void usesUpNoAttemptWhenItIsResumedBeforeThePhoneGivesBackWhatWasAskedFor() {
        pulse.expanded(owner, 1);

        for (var n = 0; n < 10; n++) {
            var taken = phone.takeOne();
            phone.tell(new Report(
                    100 + n, taken.claim(), Told.RETURNED, pulse.clock().instant(), 0, Optional.of("RETURN_ASKED")));
        }

        assertThat(phone.claim()).hasSize(1);
    }

    @Test
    void cancelsWhatComesBackAndBelievesThePhoneThatSentTheRest() {
        var campaign = pulse.expanded(owner, 4);
        var taken = phone.take();

        assertThat(steering.cancel(owner, campaign.id()).status()).isEqualTo(CampaignStatus.CANCELED);
        pulse.expandAll();
        assertThat(phone.calledBack()).hasSize(4).extracting(CalledBack::recall).containsOnly(Recall.CANCEL);

        phone.tell(taken.get(0), Told.RETURNED);
        phone.tell(taken.get(1), Told.SENT);
        phone.tell(taken.get(2), Told.FAILED);
        assertThat(pulse.progress(owner, campaign).campaign().completedAt()).isEmpty();
        phone.tell(taken.get(3), Told.DELIVERED);

        var counts = pulse.progress(owner, campaign).counts();
        assertThat(counts.of(MessageStatus.CANCELED)).isEqualTo(1);
        assertThat(counts.sent()).isEqualTo(2);
        assertThat(counts.failed()).isEqualTo(1);
        assertThat(status(campaign)).isEqualTo(CampaignStatus.CANCELED);
        assertThat(pulse.progress(owner, campaign).campaign().completedAt())
                .contains(pulse.clock().instant());
    }

    @Test
    void endsTheExpansionOfACanceledCampaign() {
        var list = Audience.of(pulse.storage(), owner.organization(), CampaignWork.PAGE + 10);
        var campaign = campaigns.create(owner, Campaigns.Draft.of("Sale", "Hi", list));
        campaigns.start(owner, campaign.id());
        pulse.core().campaignWork().page(new CampaignRef(owner.organization(), campaign.id()));

        steering.cancel(owner, campaign.id());
        pulse.expandAll();

        assertThat(pulse.progress(owner, campaign).counts().total()).isEqualTo(CampaignWork.PAGE);
        assertThat(counted(campaign, MessageStatus.CANCELED)).isEqualTo(CampaignWork.PAGE);
        assertThat(pulse.progress(owner, campaign).campaign().completedAt()).isPresent();
    }

    @Test
    void goesOnExpandingOnlyWhenAPausedCampaignIsResumed() {
        var list = Audience.of(pulse.storage(), owner.organization(), CampaignWork.PAGE + 10);
        var campaign = campaigns.create(owner, Campaigns.Draft.of("Sale", "Hi", list));
        campaigns.start(owner, campaign.id());
        pulse.core().campaignWork().page(new CampaignRef(owner.organization(), campaign.id()));

        steering.pause(owner, campaign.id());
        pulse.expandAll();
        assertThat(pulse.progress(owner, campaign).counts().total()).isEqualTo(CampaignWork.PAGE);

        steering.resume(owner, campaign.id());
        pulse.expandAll();
        assertThat(counted(campaign, MessageStatus.QUEUED)).isEqualTo(CampaignWork.PAGE + 10);
        assertThat(Stream.generate(phone::take)
                        .takeWhile(taken -> !taken.isEmpty())
                        .flatMap(List::stream))
                .hasSize(CampaignWork.PAGE + 10);
    }

    @Test
    void completesWhilePausedIfEverythingLeft() {
        var campaign = pulse.expanded(owner, 1);
        var taken = phone.takeOne();
        steering.pause(owner, campaign.id());

        phone.tell(taken, Told.SENT);

        assertThat(status(campaign)).isEqualTo(CampaignStatus.COMPLETED);
    }

    @Test
    void isHarmlessWhenRepeated() {
        var campaign = pulse.expanded(owner, 1);

        var paused = steering.pause(owner, campaign.id());
        assertThat(steering.pause(owner, campaign.id())).isEqualTo(paused);
        var resumed = steering.resume(owner, campaign.id());
        assertThat(steering.resume(owner, campaign.id())).isEqualTo(resumed);
        var canceled = steering.cancel(owner, campaign.id());
        assertThat(steering.cancel(owner, campaign.id())).isEqualTo(canceled);

        assertThat(pulse.work()).hasSize(3);
    }

    @Test
    void isRefusedWhereItMakesNoSense() {
        var draft = pulse.draft(owner, 1);
        refusedAs("campaign_not_running", () -> steering.pause(owner, draft.id()));
        refusedAs("campaign_not_paused", () -> steering.resume(owner, draft.id()));
        refusedAs("campaign_not_running", () -> steering.cancel(owner, draft.id()));

        var done = pulse.expanded(owner, 0);
        refusedAs("campaign_not_running", () -> steering.pause(owner, done.id()));
        refusedAs("campaign_not_paused", () -> steering.resume(owner, done.id()));
        refusedAs("campaign_not_running", () -> steering.cancel(owner, done.id()));

        var canceled = pulse.expanded(owner, 1);
        steering.cancel(owner, canceled.id());
        refusedAs("campaign_not_running", () -> steering.pause(owner, canceled.id()));
        refusedAs("campaign_not_paused", () -> steering.resume(owner, canceled.id()));
        refusedAs("campaign_not_draft", () -> campaigns.start(owner, canceled.id()));
    }

    @Test
    void leavesOneOutcomeWhenSeveralPeopleSteerAtOnce() {
        var campaign = pulse.expanded(owner, 50);

        AtOnce.call(4, n -> {
            for (var turn = 0; turn < 10; turn++) {
                steering.pause(owner, campaign.id());
                pulse.core().campaignWork().run(new CampaignRef(owner.organization(), campaign.id()));
                steering.resume(owner, campaign.id());
                pulse.core().campaignWork().run(new CampaignRef(owner.organization(), campaign.id()));
            }
            return n;
        });

        assertThat(status(campaign)).isEqualTo(CampaignStatus.IN_PROGRESS);
        assertThat(phone.take()).hasSize(50);
    }

    @Test
    void duplicatesACampaignWhateverBecameOfIt() {
        var campaign = pulse.expanded(owner, 1);
        steering.cancel(owner, campaign.id());

        var copy = campaigns.duplicate(owner, campaign.id());

        assertThat(copy.id()).isNotEqualTo(campaign.id());
        assertThat(copy.status()).isEqualTo(CampaignStatus.DRAFT);
        assertThat(copy.name()).isEqualTo("Sale (copy)");
        assertThat(copy.template()).isEqualTo(campaign.template());
        assertThat(copy.lists()).isEqualTo(campaign.lists());
        assertThat(campaigns.find(owner, copy.id()).campaign()).isEqualTo(copy);
        campaigns.start(owner, copy.id());
        pulse.expandAll();
        assertThat(phone.claim()).hasSize(1);
    }

    @Test
    void cutsTheNameOfACopyWhereItWouldGetTooLong() {
        var list = pulse.list(owner, 0);
        var campaign = campaigns.create(owner, Campaigns.Draft.of("x".repeat(100), "Hi", list));

        assertThat(campaigns.duplicate(owner, campaign.id()).name()).isEqualTo("x".repeat(93) + " (copy)");
    }

    @Test
    void cancelsAMessageThatWaitsAtOnce() {
        var message = pulse.queued(owner);

        assertThat(steering.cancelMessage(owner, message.id()).status()).isEqualTo(MessageStatus.CANCELED);

        assertThat(phone.claim()).isEmpty();
        assertThat(steering.cancelMessage(owner, message.id()).status()).isEqualTo(MessageStatus.CANCELED);
    }

    @Test
    void cancelsAMessageThatAPhoneHasNotAcceptedAtOnce() {
        var message = pulse.queued(owner);
        var handed = phone.claim();

        assertThat(steering.cancelMessage(owner, message.id()).status()).isEqualTo(MessageStatus.CANCELED);

        assertThat(phone.accept(handed).accepted()).isEmpty();
        assertThat(phone.claim()).isEmpty();
    }

    @Test
    void asksAMessageBackThatAPhoneAccepted() {
        var message = pulse.queued(owner);
        var taken = phone.takeOne();

        var asked = steering.cancelMessage(owner, message.id());
        assertThat(asked.status()).isEqualTo(MessageStatus.DISPATCHED);
        assertThat(asked.cancelAsked()).isTrue();
        assertThat(phone.calledBack()).containsExactly(new CalledBack(taken.claim(), Recall.CANCEL));

        phone.tell(taken, Told.RETURNED);
        assertThat(pulse.status(owner, message)).isEqualTo(MessageStatus.CANCELED);
        assertThat(phone.calledBack()).isEmpty();
        assertThat(phone.claim()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SENT", "DELIVERED", "UNDELIVERED", "FAILED", "UNKNOWN"})
    void believesWhatAPhoneTellsOfAMessageThatIsWantedBack(Told told) {
        var message = pulse.queued(owner);
        var taken = phone.takeOne();
        steering.cancelMessage(owner, message.id());

        phone.tell(taken, told);

        assertThat(pulse.status(owner, message).name()).isEqualTo(told.name());
        assertThat(phone.calledBack()).isEmpty();
    }

    @Test
    void cancelsAMessageThatIsWantedBackAndThatThePhoneHadNoTimeToSend() {
        var message = pulse.queued(owner);
        var taken = phone.takeOne();
        steering.cancelMessage(owner, message.id());

        phone.tell(taken, Told.EXPIRED);

        assertThat(pulse.status(owner, message)).isEqualTo(MessageStatus.CANCELED);
    }

    @Test
    void givesUpAMessageThatIsWantedBackFromASilentPhone() {
        var message = pulse.queued(owner);
        phone.takeOne();
        steering.cancelMessage(owner, message.id());

        pass(Duration.ofHours(73));

        assertThat(pulse.status(owner, message)).isEqualTo(MessageStatus.UNKNOWN);
    }

    @Test
    void cancelsAMessageInsteadOfTryingItOnceMoreWhenItsLastAttemptComesBack() {
        var message = pulse.queued(owner);
        for (var n = 0; n < 5; n++) {
            phone.tell(phone.takeOne(), Told.RETURNED);
        }
        var last = phone.takeOne();
        steering.cancelMessage(owner, message.id());

        phone.tell(last, Told.RETURNED);

        assertThat(pulse.status(owner, message)).isEqualTo(MessageStatus.CANCELED);
    }

    @Test
    void refusesToCancelAMessageThatLeftOrHasItsEnd() {
        for (var told : Stream.of(Told.SENT, Told.DELIVERED, Told.UNDELIVERED).toList()) {
            var message = told(told);
            refusedAs("message_left", () -> steering.cancelMessage(owner, message.id()));
        }
        for (var told : Stream.of(Told.FAILED, Told.UNKNOWN).toList()) {
            var message = told(told);
            refusedAs("message_ended", () -> steering.cancelMessage(owner, message.id()));
        }
    }

    private Message told(Told told) {
        var message = pulse.queued(owner);
        phone.tell(phone.takeOne(), told);
        return message;
    }

    @Test
    void completesACampaignWhoseLastMessageIsCanceled() {
        var campaign = pulse.expanded(owner, 2);
        var taken = phone.claim(1);
        phone.accept(taken);
        phone.tellAll(taken, Told.SENT);
        var last = pulse.messagesOf(owner, campaign).stream()
                .filter(message -> message.status() == MessageStatus.QUEUED)
                .findFirst()
                .orElseThrow();

        steering.cancelMessage(owner, last.id());

        assertThat(status(campaign)).isEqualTo(CampaignStatus.COMPLETED);
        assertThat(counted(campaign, MessageStatus.CANCELED)).isEqualTo(1);
    }

    @Test
    void letsALeaseEndIntoThePause() {
        var campaign = pulse.expanded(owner, 1);
        phone.claim();
        steering.pause(owner, campaign.id());

        pulse.clock().pass(HandOver.LEASE.plusSeconds(1));
        pulse.core().sweep().run();

        assertThat(phone.claim()).isEmpty();
        assertThat(counted(campaign, MessageStatus.QUEUED)).isEqualTo(1);
    }
}
