package com.pulsesms.core.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.TestPulse;
import com.pulsesms.core.campaign.CampaignStatus;
import com.pulsesms.core.gateway.Report.Told;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.message.AMessage;
import com.pulsesms.core.message.Failure;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.message.Messages.NewMessage;
import com.pulsesms.core.message.Route;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of messages when phones are silent, removed or too late. */
class SilenceTest {
    private final TestPulse pulse = new TestPulse();
    private final Actor owner = pulse.owner();
    private final Phone phone = Phone.paired(pulse.core(), owner);
    private final Phone other = Phone.paired(pulse.core(), owner);

    private Message queued() {
        return pulse.queued(owner);
    }

    private MessageStatus status(Message message) {
        return pulse.status(owner, message);
    }

    private void pass(Duration time) {
        pulse.clock().pass(time);
        pulse.core().sweep().run();
    }

    private void remove(Phone removed) {
        pulse.core().deviceRemoval().remove(owner, removed.device().id());
    }

    @Test
    void givesWhatWasNotAcceptedToTheNextPhone() {
        var message = queued();
        phone.claim();
        pulse.nudges();

        pass(HandOver.LEASE.minusSeconds(1));
        assertThat(other.claim()).isEmpty();

        pass(Duration.ofSeconds(1));
        assertThat(pulse.nudges()).containsExactly(owner.organization());
        assertThat(other.takeOne().claim()).isEqualTo(new Claim(message.id(), 2));
    }

    @Test
    void leavesThePhoneWhatItOffersAgainInTime() {
        queued();
        phone.claim();
        for (var minute = 0; minute < 5; minute++) {
            pass(Duration.ofSeconds(50));
            assertThat(phone.claim()).hasSize(1);
        }

        assertThat(other.claim()).isEmpty();
    }

    @Test
    void givesUpAfterThreeDaysWhatWasAcceptedWithoutADeadline() {
        var message = queued();
        phone.take();

        pass(Duration.ofHours(72).minusSeconds(1));
        assertThat(status(message)).isEqualTo(MessageStatus.DISPATCHED);

        pass(Duration.ofSeconds(1));
        assertThat(status(message)).isEqualTo(MessageStatus.UNKNOWN);
        assertThat(pulse.again(owner, message).failure()).contains(Failure.DEVICE_SILENT);
        assertThat(other.claim()).isEmpty();
    }

    @Test
    void givesUpADayAfterTheDeadlineWhatWasAcceptedWithOne() {
        var deadline = pulse.clock().instant().plus(Duration.ofHours(2));
        var wish = new NewMessage("0641234567", "Hello", Lane.NORMAL, Route.ANY, Optional.of(deadline));
        var message = pulse.core().messages().send(owner, wish);
        phone.take();

        pass(Duration.ofHours(26).minusSeconds(1));
        assertThat(status(message)).isEqualTo(MessageStatus.DISPATCHED);

        pass(Duration.ofSeconds(1));
        assertThat(status(message)).isEqualTo(MessageStatus.UNKNOWN);
    }

    @Test
    void takesALateReportOfWhatItGaveUp() {
        var sent = queued();
        var undelivered = queued();
        var failed = queued();
        var delivered = queued();
        var taken = phone.take();
        pass(Duration.ofHours(73));

        phone.tell(taken.get(0), Told.SENT);
        phone.tell(taken.get(1), Told.UNDELIVERED);
        phone.tell(taken.get(2), Told.FAILED);
        phone.tell(taken.get(3), Told.DELIVERED);

        assertThat(List.of(sent, undelivered, failed, delivered))
                .extracting(this::status)
                .containsExactly(
                        MessageStatus.SENT, MessageStatus.UNDELIVERED, MessageStatus.FAILED, MessageStatus.DELIVERED);
        assertThat(pulse.again(owner, sent).failure()).isEmpty();
    }

    @Test
    void doesNotQueueAgainWhatWasReturnedAfterItWasGivenUp() {
        var returned = queued();
        var expired = queued();
        var taken = phone.take();
        pass(Duration.ofHours(73));

        phone.tell(taken.get(0), Told.RETURNED);
        phone.tell(taken.get(1), Told.EXPIRED);

        assertThat(List.of(returned, expired)).allSatisfy(message -> {
            assertThat(status(message)).isEqualTo(MessageStatus.FAILED);
            assertThat(pulse.again(owner, message).failure()).contains(Failure.NOT_SENT);
        });
        assertThat(other.claim()).isEmpty();
    }

    @Test
    void givesUpAtOnceWhatARemovedPhoneHadAcceptedAndRequeuesTheRestWhenItsLeaseEnds() {
        var accepted = queued();
        phone.take();
        var claimed = queued();
        phone.claim();

        remove(phone);
        assertThat(status(accepted)).isEqualTo(MessageStatus.UNKNOWN);
        assertThat(status(claimed)).isEqualTo(MessageStatus.DISPATCHED);

        pass(HandOver.LEASE);
        assertThat(other.takeOne().claim()).isEqualTo(new Claim(claimed.id(), 2));
    }

    @Test
    void handsARemovedPhoneNothingAndAcceptsNothingOfItButHearsItsReports() {
        var accepted = queued();
        var taken = phone.takeOne();
        queued();
        var claimed = phone.claim();
        remove(phone);

        assertThatThrownBy(phone::claim)
                .isInstanceOfSatisfying(
                        Refusal.Gone.class,
                        refused -> assertThat(refused.code()).isEqualTo("device_removed"));
        assertThat(phone.accept(claimed).accepted()).isEmpty();
        phone.tell(taken, Told.DELIVERED);
        assertThat(status(accepted)).isEqualTo(MessageStatus.DELIVERED);
    }

    @Test
    void letsAPhoneTakeItselfOutAnyNumberOfTimes() {
        var message = queued();
        var device = phone.device();
        phone.take();

        pulse.core().deviceRemoval().unpair(device);
        pulse.core().deviceRemoval().unpair(device);

        assertThat(status(message)).isEqualTo(MessageStatus.UNKNOWN);
        assertThat(phone.device().removed()).isTrue();
    }

    @Test
    void completesACampaignWhoseLastMessageWasGivenUp() {
        var campaign = pulse.expanded(owner, 1);
        phone.take();

        remove(phone);

        assertThat(pulse.progress(owner, campaign).campaign().status()).isEqualTo(CampaignStatus.COMPLETED);
        assertThat(pulse.progress(owner, campaign).counts().unknown()).isEqualTo(1);
    }

    @Test
    void completesACampaignWhosePhoneFellSilent() {
        var campaign = pulse.expanded(owner, 1);
        phone.take();

        pass(Duration.ofHours(73));

        assertThat(pulse.progress(owner, campaign).campaign().status()).isEqualTo(CampaignStatus.COMPLETED);
    }

    @Test
    void expiresWhatNobodyCameFor() {
        var deadline = pulse.clock().instant().plusSeconds(60);
        var wish = new NewMessage("0641234567", "Hello", Lane.NORMAL, Route.ANY, Optional.of(deadline));
        var message = pulse.core().messages().send(owner, wish);

        pass(Duration.ofSeconds(61));

        assertThat(status(message)).isEqualTo(MessageStatus.EXPIRED);
        assertThat(phone.claim()).isEmpty();
    }

    @Test
    void sweepsMoreThanOneBatch() {
        AMessage.many(pulse.storage(), owner.organization(), 1_200);
        while (!phone.claim().isEmpty()) {
            phone.take();
        }
        pulse.nudges();

        pass(Duration.ofHours(73));

        assertThat(pulse.core().handOver().waiting(Set.of(owner.organization())))
                .isEmpty();
        assertThat(pulse.nudges()).contains(owner.organization());
    }

    @Test
    void changesNothingWhenNothingIsOverdue() {
        var waiting = queued();
        var accepted = queued();
        phone.take();
        pulse.nudges();

        pass(Duration.ofMinutes(5));

        assertThat(List.of(waiting, accepted)).extracting(this::status).containsOnly(MessageStatus.DISPATCHED);
        assertThat(pulse.nudges()).isEmpty();
    }
}
