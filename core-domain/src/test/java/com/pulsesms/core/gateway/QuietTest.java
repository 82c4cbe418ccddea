package com.pulsesms.core.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.TestPulse;
import com.pulsesms.core.device.Pace;
import com.pulsesms.core.gateway.Report.Told;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.message.AMessage;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.organization.Organizations.Change;
import com.pulsesms.core.organization.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What leaves and what waits in an organization's quiet hours: here from 22:00 to 07:00 in Belgrade, which is 21 to 6 UTC. */
class QuietTest {
    private static final Instant EVENING = Instant.parse("2026-03-02T20:59:30Z");
    private static final Instant NIGHT = Instant.parse("2026-03-02T21:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-03-03T06:00:00Z");
    private static final QuietHours HOURS = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));

    private final TestPulse pulse = new TestPulse();
    private final Actor owner = pulse.owner();
    private final Phone phone = Phone.paired(pulse.core(), owner);

    QuietTest() {
        change(Change.NONE.at(ZoneId.of("Europe/Belgrade")).quietDuring(Optional.of(HOURS)));
    }

    private void change(Change change) {
        pulse.core().organizations().change(owner, change);
    }

    private Message urgent() {
        return AMessage.of(owner.organization()).urgent().in(pulse.storage());
    }

    private MessageStatus status(Message message) {
        return pulse.status(owner, message);
    }

    private Set<?> waiting() {
        return pulse.core().handOver().waiting(Set.of(owner.organization()));
    }

    private HandOver.Offer offer(Phone to) {
        return pulse.core().handOver().offer(to.device(), 10);
    }

    private void sweepAt(Instant time) {
        pulse.clock().set(time);
        pulse.core().sweep().run();
    }

    private Report timeOver(Handed handed) {
        return new Report(99, handed.claim(), Told.RETURNED, NIGHT, 0, Optional.of("TIME_OVER"));
    }

    private int returns(Message message) {
        return pulse.storage()
                .transactions()
                .call(() -> pulse.storage().handOver().lock(owner.organization(), List.of(message.id())))
                .get(0)
                .returns();
    }

    @Test
    void makesMessagesWaitUntilTheMorning() {
        var message = pulse.queued(owner);
        pulse.clock().set(NIGHT);

        assertThat(phone.claim()).isEmpty();
        assertThat(waiting()).isEmpty();

        pulse.clock().set(MORNING);
        assertThat(waiting()).isNotEmpty();
        assertThat(phone.takeOne().claim()).isEqualTo(new Claim(message.id(), 1));
    }

    @Test
    void makesCampaignsWait() {
        var campaign = pulse.expanded(owner, 3);
        pulse.clock().set(NIGHT);

        assertThat(phone.claim()).isEmpty();

        pulse.clock().set(MORNING);
        assertThat(phone.claim()).hasSize(3);
        assertThat(pulse.progress(owner, campaign).counts().queued()).isEqualTo(3);
    }

    @Test
    void letsUrgentMessagesGo() {
        pulse.queued(owner);
        var urgent = urgent();
        pulse.clock().set(NIGHT);

        assertThat(waiting()).isNotEmpty();
        var handed = phone.takeOne();
        assertThat(handed.claim().message()).isEqualTo(urgent.id());
        assertThat(handed.sendWithin()).isEmpty();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void tellsAWaitingPhoneWhenTheyEnd() {
        pulse.queued(owner);
        assertThat(offer(phone).opens()).isEmpty();

        pulse.clock().set(NIGHT);

        assertThat(offer(phone)).isEqualTo(new HandOver.Offer(List.of(), Optional.of(MORNING)));
    }

    @Test
    void tellsAPhoneThatIsAtItsPaceWhenItMaySendWhatIsUrgent() {
        var slow = Phone.paired(pulse.core(), owner, Pace.of(10));
        pulse.clock().set(NIGHT);
        for (var n = 0; n < 10; n++) {
            urgent();
        }
        slow.tellAll(slow.take(), Told.SENT);

        assertThat(offer(slow).opens().orElseThrow()).isBefore(NIGHT.plusSeconds(70));
    }

    @Test
    void endTheTimeInWhichAPhoneMaySend() {
        pulse.queued(owner);
        pulse.clock().set(EVENING);

        var handed = phone.takeOne();

        assertThat(handed.sendWithin()).contains(Duration.ofSeconds(30));
        assertThat(handed.laterAgain()).isTrue();
    }

    @Test
    void leaveADeadlineThatComesBefore() {
        AMessage.of(owner.organization()).until(EVENING.plusSeconds(20)).in(pulse.storage());
        pulse.clock().set(EVENING);

        var handed = phone.takeOne();

        assertThat(handed.sendWithin()).contains(Duration.ofSeconds(20));
        assertThat(handed.laterAgain()).isFalse();
    }

    @Test
    void queueAgainWhatAPhoneHadNoTimeToSendHoweverOften() {
        var message = pulse.queued(owner);

        for (var night = 0; night < 2 * Hearing.RETURN_LIMIT; night++) {
            pulse.clock().set(EVENING.plus(Duration.ofDays(night)));
            var handed = phone.takeOne();
            pulse.clock().set(NIGHT.plus(Duration.ofDays(night)));
            phone.tell(timeOver(handed));

            assertThat(status(message)).isEqualTo(MessageStatus.QUEUED);
            assertThat(phone.claim()).isEmpty();
        }
        assertThat(returns(message)).isZero();

        pulse.clock().set(MORNING.plus(Duration.ofDays(20)));
        phone.tell(phone.takeOne(), Told.SENT);
        assertThat(status(message)).isEqualTo(MessageStatus.SENT);
    }

    @Test
    void loseNothingThatAPhoneCallsExpired() {
        var message = AMessage.of(owner.organization())
                .until(MORNING.plusSeconds(600))
                .in(pulse.storage());
        pulse.clock().set(EVENING);
        var handed = phone.takeOne();
        pulse.clock().set(NIGHT);

        phone.tell(handed, Told.EXPIRED);

        assertThat(status(message)).isEqualTo(MessageStatus.QUEUED);
    }

    @Test
    void letWhatWasNotAcceptedBeforeThemWait() {
        var message = pulse.queued(owner);
        pulse.clock().set(EVENING);
        phone.claim();
        pulse.clock().set(NIGHT);

        assertThat(phone.claim()).isEmpty();

        sweepAt(EVENING.plus(HandOver.LEASE));
        assertThat(status(message)).isEqualTo(MessageStatus.QUEUED);
        assertThat(phone.claim()).isEmpty();
    }

    @Test
    void expireWhatMustNotLeaveInTheMorningAnyMore() {
        var message = AMessage.of(owner.organization())
                .until(MORNING.minusSeconds(60))
                .in(pulse.storage());
        pulse.clock().set(NIGHT);
        assertThat(phone.claim()).isEmpty();

        sweepAt(MORNING);

        assertThat(status(message)).isEqualTo(MessageStatus.EXPIRED);
        assertThat(phone.claim()).isEmpty();
    }

    @Test
    void holdNobodyElseUp() {
        var other = pulse.owner();
        pulse.queued(other);
        pulse.clock().set(NIGHT);

        assertThat(Phone.paired(pulse.core(), other).claim()).hasSize(1);
        assertThat(pulse.core().handOver().waiting(Set.of(owner.organization(), other.organization())))
                .isEmpty();
    }

    @Test
    void countAtOnceWhenTheyAreChanged() {
        pulse.queued(owner);
        pulse.clock().set(NIGHT);
        assertThat(phone.claim()).isEmpty();

        change(Change.NONE.quietDuring(Optional.empty()));

        assertThat(phone.claim()).hasSize(1);
    }
}
