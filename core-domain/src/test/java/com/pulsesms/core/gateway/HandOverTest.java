package com.pulsesms.core.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.TestPulse;
import com.pulsesms.core.gateway.Report.Told;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.message.Messages.NewMessage;
import com.pulsesms.core.message.Route;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Claiming and accepting, when all goes well and when answers get lost. */
class HandOverTest {
    private final TestPulse pulse = new TestPulse();
    private final HandOver handOver = pulse.core().handOver();
    private final Actor owner = pulse.owner();
    private final Phone phone = Phone.paired(pulse.core(), owner);
    private final Phone other = Phone.paired(pulse.core(), owner);

    private Message queued() {
        return pulse.queued(owner);
    }

    private MessageStatus status(Message message) {
        return pulse.status(owner, message);
    }

    private Message again(Message message) {
        return pulse.again(owner, message);
    }

    private void pass(Duration time) {
        pulse.clock().pass(time);
        pulse.core().sweep().run();
    }

    @Test
    void bringsAMessageFromTheQueueToItsDelivery() {
        var message = queued();

        var handed = phone.claim();
        assertThat(handed)
                .containsExactly(new Handed(
                        new Claim(message.id(), 1), message.to(), "Hello", Optional.empty(), Optional.empty(), false));
        assertThat(status(message)).isEqualTo(MessageStatus.DISPATCHED);

        assertThat(phone.accept(handed).accepted()).containsExactly(new Claim(message.id(), 1));
        phone.tell(handed.get(0), Told.SENT);
        assertThat(status(message)).isEqualTo(MessageStatus.SENT);

        phone.tell(handed.get(0), Told.DELIVERED);
        assertThat(status(message)).isEqualTo(MessageStatus.DELIVERED);
        assertThat(again(message).device()).contains(phone.device().id());
    }

    @Test
    void offersAgainWhatWasClaimedWhenTheAnswerGotLost() {
        queued();
        var lost = phone.claim();

        assertThat(phone.claim()).isEqualTo(lost);
        assertThat(other.claim()).isEmpty();
    }

    @Test
    void addsWhatIsNewToWhatItOffersAgain() {
        queued();
        var lost = phone.claim();
        var next = queued();

        var handed = phone.claim();

        assertThat(handed).startsWith(lost.get(0));
        assertThat(handed).extracting(Handed::claim).contains(new Claim(next.id(), 1));
    }

    @Test
    void takesAnAcceptAgainWhenItsAnswerGotLost() {
        queued();
        var handed = phone.claim();
        var lost = phone.accept(handed);

        assertThat(phone.accept(handed)).isEqualTo(lost);
        assertThat(phone.claim()).isEmpty();
    }

    @Test
    void doesNotPostponeSilenceByAcceptingAgain() {
        var message = queued();
        var handed = phone.take();
        pulse.clock().pass(Duration.ofHours(71));
        phone.accept(handed);

        pass(Duration.ofHours(1));

        assertThat(status(message)).isEqualTo(MessageStatus.UNKNOWN);
    }

    @Test
    void acceptsWhatThePhoneNamesTwiceOnce() {
        queued();
        var handed = phone.claim().get(0);

        var answer = phone.accept(List.of(handed, handed));

        assertThat(answer.accepted()).containsOnly(handed.claim());
        assertThat(answer.dropped()).isEmpty();
    }

    @Test
    void dropsWhatAnotherDeviceHoldsByNow() {
        var message = queued();
        var late = phone.claim();
        pass(HandOver.LEASE.plusSeconds(1));
        var held = other.claim();

        assertThat(phone.accept(late).dropped()).containsExactly(new Claim(message.id(), 1));
        assertThat(other.accept(held).accepted()).containsExactly(new Claim(message.id(), 2));
        assertThat(phone.accept(held).dropped()).containsExactly(new Claim(message.id(), 2));
    }

    @Test
    void dropsWhatThePhoneItselfHeldUnderAnEarlierClaim() {
        var message = queued();
        var late = phone.claim();
        pass(HandOver.LEASE.plusSeconds(1));
        var held = phone.claim();

        var answer = handOver.accept(
                phone.device(), List.of(late.get(0).claim(), held.get(0).claim()));

        assertThat(answer.dropped()).containsExactly(new Claim(message.id(), 1));
        assertThat(answer.accepted()).containsExactly(new Claim(message.id(), 2));
    }

    @Test
    void dropsWhatNeverWas() {
        var nothing = new Claim(new MessageId(Sample.id()), 1);

        assertThat(handOver.accept(phone.device(), List.of(nothing)).dropped()).containsExactly(nothing);
    }

    @Test
    void dropsWhatEndedBeforeItWasAccepted() {
        var deadline = pulse.clock().instant().plusSeconds(30);
        var wish = new NewMessage("0641234567", "Hello", Lane.NORMAL, Route.ANY, Optional.of(deadline));
        var message = pulse.core().messages().send(owner, wish);
        var handed = phone.claim();
        assertThat(handed.get(0).sendWithin()).contains(Duration.ofSeconds(30));

        pass(Duration.ofSeconds(31));

        assertThat(status(message)).isEqualTo(MessageStatus.EXPIRED);
        assertThat(phone.accept(handed).dropped()).containsExactly(handed.get(0).claim());
    }

    @Test
    void listensToNoPhoneOfAnotherOrganization() {
        var message = queued();
        var handed = phone.claim();
        var stranger = Phone.paired(pulse.core(), pulse.owner());

        assertThat(stranger.claim()).isEmpty();
        assertThat(stranger.accept(handed).dropped())
                .containsExactly(handed.get(0).claim());
        stranger.tell(handed.get(0), Told.SENT);

        assertThat(status(message)).isEqualTo(MessageStatus.DISPATCHED);
        assertThat(phone.accept(handed).accepted()).hasSize(1);
    }

    @Test
    void refusesClaimsAndReportsBeyondReason() {
        assertThatThrownBy(() -> phone.claim(0)).isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(() -> phone.claim(HandOver.CLAIM_LIMIT + 1)).isInstanceOf(Refusal.Invalid.class);
        queued();
        var report = phone.report(phone.takeOne(), Told.SENT);
        var tooMany = Collections.nCopies(HandOver.REPORT_LIMIT + 1, report);
        assertThatThrownBy(() -> handOver.report(phone.device(), tooMany)).isInstanceOf(Refusal.Invalid.class);
    }
}
