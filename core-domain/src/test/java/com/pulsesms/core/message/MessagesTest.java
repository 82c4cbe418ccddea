package com.pulsesms.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.TestPulse;
import com.pulsesms.core.gateway.Phone;
import com.pulsesms.core.gateway.Report.Told;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.message.Messages.NewMessage;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {
    private final TestPulse pulse = new TestPulse();
    private final Messages messages = pulse.core().messages();
    private final Actor owner = pulse.owner();

    @Test
    void queueATextForTheNextDeviceThatAsks() {
        var message = messages.send(owner, NewMessage.of("064/123-45-67", "Hello"));

        assertThat(messages.find(owner, message.id())).isEqualTo(message);
        assertThat(message.to()).isEqualTo(new PhoneNumber("+381641234567"));
        assertThat(message.status()).isEqualTo(MessageStatus.QUEUED);
        assertThat(message.parts()).isEqualTo(1);
        assertThat(pulse.nudges()).containsExactly(owner.organization());
    }

    @Test
    void countThePartsOfALongText() {
        assertThat(messages.send(owner, NewMessage.of("0641234567", "Ж".repeat(71)))
                        .parts())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"nonsense, Hello, to", "0641234567, ' ', text", "+1 555, Hello, to"})
    void refuseWhatCantBeSent(String to, String text, String field) {
        assertThatThrownBy(() -> messages.send(owner, NewMessage.of(to, text)))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refused ->
                                assertThat(refused.errors()).extracting("field").containsExactly(field));
        assertThat(pulse.nudges()).isEmpty();
    }

    @Test
    void nameEveryFieldThatIsNotRight() {
        var wrong = new NewMessage(
                "nonsense",
                "Ж".repeat(671),
                Lane.NORMAL,
                new Route(Optional.of(new DeviceId(Sample.id())), Optional.empty()),
                Optional.of(pulse.clock().instant()));

        assertThatThrownBy(() -> messages.send(owner, wrong))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refused -> assertThat(refused.errors())
                                .extracting("field")
                                .containsExactlyInAnyOrder("to", "text", "deadline", "deviceId"));
    }

    @Test
    void takeTenPartsAndNoMore() {
        assertThat(messages.send(owner, NewMessage.of("0641234567", "a".repeat(1530)))
                        .parts())
                .isEqualTo(10);
        assertThatThrownBy(() -> messages.send(owner, NewMessage.of("0641234567", "a".repeat(1531))))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void refuseADeviceThatWasRemoved() {
        var device = Phone.paired(pulse.core(), owner).device().id();
        pulse.core().deviceRemoval().remove(owner, device);
        var route = new Route(Optional.of(device), Optional.empty());

        assertThatThrownBy(() -> messages.send(
                        owner, new NewMessage("0641234567", "Hello", Lane.NORMAL, route, Optional.empty())))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void countAsUsedWhatLeftInTheMonthInWhichItWasMade() {
        var phone = Phone.paired(pulse.core(), owner);
        pulse.clock().set(Instant.parse("2026-02-28T23:59:59Z"));
        pulse.queued(owner);
        pulse.clock().set(Instant.parse("2026-03-01T00:00:00Z"));
        pulse.queued(owner);
        pulse.queued(owner);
        pulse.queued(owner);
        var taken = phone.take();
        phone.tellAll(taken.subList(0, 3), Told.SENT);
        phone.tell(taken.get(3), Told.FAILED);

        assertThat(messages.usage(owner, YearMonth.of(2026, 2)).messages()).isEqualTo(1);
        assertThat(messages.usage(owner, YearMonth.of(2026, 3)).messages()).isEqualTo(2);
        assertThat(messages.usage(owner, YearMonth.of(2026, 4)).messages()).isZero();
        assertThat(messages.usage(pulse.owner(), YearMonth.of(2026, 3)).messages())
                .isZero();
    }
}
