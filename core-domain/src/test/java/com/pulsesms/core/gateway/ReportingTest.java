package com.pulsesms.core.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.TestPulse;
import com.pulsesms.core.gateway.Report.Told;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.message.AMessage;
import com.pulsesms.core.message.Failure;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What phones tell, in any order and any number of times, and what they give back. */
class ReportingTest {
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
    void takesTheTimesOfSendingAndDeliveryFromThePhoneButNotFromTheFuture() {
        var message = queued();
        var handed = phone.takeOne();
        var now = pulse.clock().instant();
        var early = now.minusSeconds(30);

        phone.tell(new Report(1, handed.claim(), Told.SENT, early, 1, Optional.empty()));
        phone.tell(new Report(2, handed.claim(), Told.DELIVERED, now.plusSeconds(999), 1, Optional.empty()));

        assertThat(again(message).times().sentAt()).contains(early);
        assertThat(again(message).times().deliveredAt()).contains(now);
    }

    @Test
    void remembersHowManyPartsLeftWhicheverReportTellsIt() {
        var message = queued();
        var handed = phone.takeOne();

        phone.tell(
                new Report(1, handed.claim(), Told.SENT, Sample.NOW, 3, Optional.empty()),
                phone.report(handed, Told.DELIVERED));

        assertThat(again(message).parts()).isEqualTo(3);
    }

    @Test
    void takesReportsAnyNumberOfTimes() {
        var message = queued();
        var handed = phone.takeOne();
        var sent = phone.report(handed, Told.SENT);

        assertThat(phone.tell(sent).confirmed()).containsExactly(sent.seq());
        assertThat(phone.tell(sent, sent).confirmed()).containsExactly(sent.seq(), sent.seq());

        assertThat(status(message)).isEqualTo(MessageStatus.SENT);
    }

    @Test
    void takesReportsInAnyOrder() {
        var message = queued();
        var handed = phone.takeOne();

        phone.tell(phone.report(handed, Told.DELIVERED), phone.report(handed, Told.SENT));
        phone.tell(handed, Told.UNKNOWN);

        assertThat(status(message)).isEqualTo(MessageStatus.DELIVERED);
        assertThat(again(message).failure()).isEmpty();
    }

    @Test
    void rejectsReportsAboutAClaimThatEndedAndTakesTheOthers() {
        var first = queued();
        var late = phone.claim().get(0);
        pass(HandOver.LEASE.plusSeconds(1));
        var held = other.takeOne();
        var second = queued();
        var mine = phone.takeOne();
        var stale = phone.report(late, Told.SENT);
        var fresh = phone.report(mine, Told.SENT);

        var heard = phone.tell(stale, fresh);

        assertThat(heard.rejected()).containsExactly(new HandOver.Rejection(stale.seq(), "claim_not_yours"));
        assertThat(heard.confirmed()).containsExactly(fresh.seq());
        assertThat(status(first)).isEqualTo(MessageStatus.DISPATCHED);
        assertThat(status(second)).isEqualTo(MessageStatus.SENT);
        assertThat(held.claim().number()).isEqualTo(2);
    }

    @Test
    void confirmsReportsOfMessagesThatAreGone() {
        var gone = new Report(7, new Claim(new MessageId(Sample.id()), 1), Told.SENT, Sample.NOW, 1, Optional.empty());

        assertThat(phone.tell(gone)).isEqualTo(new HandOver.Heard(List.of(7L), List.of()));
    }

    @Test
    void queuesAgainWhatAPhoneGivesBack() {
        var message = queued();
        var handed = phone.takeOne();
        pulse.nudges();

        phone.tell(handed, Told.RETURNED);

        assertThat(status(message)).isEqualTo(MessageStatus.QUEUED);
        assertThat(pulse.nudges()).containsExactly(owner.organization());
        assertThat(other.takeOne().claim()).isEqualTo(new Claim(message.id(), 2));
    }

    @Test
    void countsAReturnOnceHoweverOftenItIsTold() {
        var message = queued();
        var handed = phone.takeOne();

        var first = phone.report(handed, Told.RETURNED);
        phone.tell(first, first);
        phone.tell(first);

        assertThat(returns(message)).isEqualTo(1);
    }

    private int returns(Message message) {
        return pulse.storage()
                .transactions()
                .call(() -> pulse.storage().handOver().lock(owner.organization(), List.of(message.id())))
                .get(0)
                .returns();
    }

    @Test
    void failsWhatWasGivenBackTooOften() {
        var message = queued();

        for (var time = 0; time < Hearing.RETURN_LIMIT; time++) {
            phone.tell(phone.takeOne(), Told.RETURNED);
            assertThat(status(message)).isEqualTo(MessageStatus.QUEUED);
        }
        phone.tell(phone.takeOne(), Told.RETURNED);

        assertThat(status(message)).isEqualTo(MessageStatus.FAILED);
        assertThat(again(message).failure()).contains("RESULT_ERROR_NO_SERVICE");
        assertThat(other.claim()).isEmpty();
    }

    @Test
    void doesNotQueueAgainWhatLeftInPart() {
        var message = queued();
        var handed = phone.takeOne();
        var partly =
                new Report(77, handed.claim(), Told.RETURNED, Sample.NOW, 1, Optional.of("RESULT_ERROR_NO_SERVICE"));

        phone.tell(partly, partly);

        assertThat(status(message)).isEqualTo(MessageStatus.FAILED);
        assertThat(again(message).failure()).contains(Failure.PARTLY_SENT);
        assertThat(again(message).parts()).isEqualTo(1);
        assertThat(other.claim()).isEmpty();
    }

    @Test
    void doesNotQueueAgainWhatLeft() {
        var message = queued();
        var handed = phone.takeOne();
        phone.tell(handed, Told.SENT);

        phone.tell(handed, Told.RETURNED);

        assertThat(status(message)).isEqualTo(MessageStatus.SENT);
        assertThat(other.claim()).isEmpty();
    }

    @Test
    void expiresWhatThePhoneHadNoTimeToSend() {
        var deadline = pulse.clock().instant().plusSeconds(30);
        var message = AMessage.of(owner.organization()).until(deadline).in(pulse.storage());
        var handed = phone.takeOne();
        pulse.clock().set(deadline);

        phone.tell(handed, Told.EXPIRED);

        assertThat(status(message)).isEqualTo(MessageStatus.EXPIRED);
    }

    @Test
    void queuesAgainWhatAPhoneHadNoTimeToSendThoughItsDeadlineIsAhead() {
        var message = queued();

        phone.tell(phone.takeOne(), Told.EXPIRED);

        assertThat(status(message)).isEqualTo(MessageStatus.QUEUED);
        assertThat(returns(message)).isEqualTo(1);
    }
}
