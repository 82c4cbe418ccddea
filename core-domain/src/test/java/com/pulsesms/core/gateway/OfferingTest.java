package com.pulsesms.core.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.TestPulse;
import com.pulsesms.core.device.Pace;
import com.pulsesms.core.gateway.Report.Told;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.message.AMessage;
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

/** Which messages a phone is handed, and how many. */
class OfferingTest {
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
    void neverHandsOutWhoseDeadlineHasPassed() {
        var deadline = pulse.clock().instant().plusSeconds(30);
        var message = AMessage.of(owner.organization()).until(deadline).in(pulse.storage());
        pulse.clock().set(deadline);

        assertThat(phone.claim()).isEmpty();

        assertThat(status(message)).isEqualTo(MessageStatus.EXPIRED);
    }

    @Test
    void handsUrgentMessagesFirst() {
        queued();
        var urgent = AMessage.of(owner.organization()).urgent().in(pulse.storage());

        assertThat(phone.claim(1))
                .extracting(handed -> handed.claim().message())
                .containsExactly(urgent.id());
    }

    @Test
    void keepsAPinnedMessageForItsDeviceAndSim() {
        var route = new Route(Optional.of(phone.device().id()), Optional.of(1));
        var message = pulse.core()
                .messages()
                .send(owner, new NewMessage("0641234567", "Hello", Lane.NORMAL, route, Optional.empty()));

        assertThat(other.claim()).isEmpty();
        var handed = phone.takeOne();
        assertThat(handed.claim().message()).isEqualTo(message.id());
        assertThat(handed.sim()).contains(1);
    }

    @Test
    void tellsForWhomMessagesWait() {
        var idle = pulse.owner();
        queued();
        var asked = Set.of(owner.organization(), idle.organization());

        assertThat(handOver.waiting(asked)).containsExactly(owner.organization());
        assertThat(handOver.waiting(Set.of())).isEmpty();
        phone.claim();
        assertThat(handOver.waiting(asked)).isEmpty();
    }

    @Test
    void handsAPhoneNoMorePartsThanItsPaceLetsItSendInAMinute() {
        var slow = Phone.paired(pulse.core(), owner, Pace.of(10));
        AMessage.many(pulse.storage(), owner.organization(), 30);

        var first = slow.take();
        assertThat(first).hasSize(10);
        assertThat(slow.claim()).isEmpty();

        slow.tell(first.get(0), Told.SENT);
        assertThat(slow.claim()).isEmpty();
        pass(Duration.ofSeconds(59));
        assertThat(slow.claim()).isEmpty();
        pass(Duration.ofSeconds(2));
        assertThat(slow.claim()).hasSize(1);
    }

    @Test
    void countsLongTextsByTheirParts() {
        var slow = Phone.paired(pulse.core(), owner, Pace.of(10));
        var long1 = pulse.core().messages().send(owner, NewMessage.of("0641234561", "a".repeat(6 * 153)));
        var long2 = pulse.core().messages().send(owner, NewMessage.of("0641234562", "a".repeat(6 * 153)));
        var short3 = queued();

        assertThat(slow.take()).extracting(handed -> handed.claim().message()).containsExactly(long1.id());

        // It was claimed and went back, and so did the short one behind it, which must not overtake it for ever.
        assertThat(status(long2)).isEqualTo(MessageStatus.QUEUED);
        assertThat(status(short3)).isEqualTo(MessageStatus.QUEUED);
        assertThat(returns(long2)).isZero();
    }

    @Test
    void handsTheLongestTextToTheSlowestPhone() {
        var slow = Phone.paired(pulse.core(), owner, Pace.of(10));
        pulse.core().messages().send(owner, NewMessage.of("0641234561", "a".repeat(1530)));

        assertThat(slow.take()).hasSize(1);
        assertThat(slow.claim()).isEmpty();
    }

    @Test
    void looksOnBehindAClaimOfWhichNothingCouldBeSent() {
        var deadline = pulse.clock().instant().plusSeconds(30);
        for (var n = 0; n < HandOver.CLAIM_LIMIT * 2; n++) {
            AMessage.of(owner.organization()).until(deadline).in(pulse.storage());
        }
        var good = AMessage.of(owner.organization()).in(pulse.storage());
        pulse.clock().set(deadline);

        assertThat(phone.claim()).extracting(handed -> handed.claim().message()).containsExactly(good.id());
    }

    private int returns(Message message) {
        return pulse.storage()
                .transactions()
                .call(() -> pulse.storage().handOver().lock(owner.organization(), List.of(message.id())))
                .get(0)
                .returns();
    }
}
