package com.pulsesms.core.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.PulseSms;
import com.pulsesms.core.campaign.Campaigns;
import com.pulsesms.core.contact.Contacts;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.Eventually;
import com.pulsesms.core.kernel.Region;
import com.pulsesms.core.kernel.TestClock;
import com.pulsesms.core.memory.Pbkdf2;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.message.Messages.NewMessage;
import com.pulsesms.core.message.Route;
import com.pulsesms.core.organization.Organizations.Change;
import com.pulsesms.core.organization.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A program that embeds the core keeps quiet hours too. */
class QuietRadioTest {
    private static final Instant MORNING = Instant.parse("2026-03-03T07:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-03-03T22:00:00Z");

    private final TestClock clock = new TestClock(MORNING);
    private final ConcurrentLinkedQueue<String> modem = new ConcurrentLinkedQueue<>();
    private Duration eachTakes = Duration.ZERO;
    private final PulseSms pulse = PulseSms.builder()
            .passwords(new Pbkdf2(1))
            .clock(clock)
            .radio((to, text) -> {
                modem.add(text);
                clock.pass(eachTakes);
                return SmsRadio.sent();
            })
            .build();
    private final Actor owner = pulse.owner("Shop", new Region("RS"));

    QuietRadioTest() {
        var night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
        pulse.organizations().change(owner, Change.NONE.quietDuring(Optional.of(night)));
    }

    @AfterEach
    void close() {
        pulse.close();
    }

    private Message send(String text, Lane lane, Optional<Instant> deadline) {
        return pulse.messages().send(owner, new NewMessage("0641234567", text, lane, Route.ANY, deadline));
    }

    private MessageStatus status(Message message) {
        return pulse.messages().find(owner, message.id()).status();
    }

    @Test
    void letsMessagesWaitAndSendsThemWithoutBeingAskedWhenTheNightIsOver() {
        clock.set(MORNING.minusMillis(50));
        var message = send("Hello", Lane.NORMAL, Optional.empty());
        send("Now", Lane.URGENT, Optional.empty());
        pulse.awaitIdle();
        assertThat(modem).containsExactly("Now");
        assertThat(status(message)).isEqualTo(MessageStatus.QUEUED);

        clock.set(MORNING);

        assertThat(Eventually.meets(() -> status(message) == MessageStatus.SENT))
                .isTrue();
    }

    @Test
    void stopsInTheMiddleWhenTheNightBegins() {
        eachTakes = Duration.ofSeconds(20);
        clock.set(EVENING.minusSeconds(30));
        var list = pulse.contacts().createList(owner, "Customers").id();
        for (var n = 0; n < 5; n++) {
            pulse.contacts().add(owner, list, Contacts.Draft.of("06412345" + n + "0", "Ana"));
        }
        var draft = pulse.campaigns().create(owner, Campaigns.Draft.of("Sale", "Hi {{name}}", list));

        pulse.campaigns().start(owner, draft.id());
        pulse.awaitIdle();

        assertThat(modem).hasSize(2);
        assertThat(pulse.campaigns().find(owner, draft.id()).counts().queued()).isEqualTo(3);
    }
}
