package com.pulsesms.core.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.PulseSms;
import com.pulsesms.core.Storage;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.Eventually;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Region;
import com.pulsesms.core.kernel.TimeOrderedIds;
import com.pulsesms.core.memory.MemoryStorage;
import com.pulsesms.core.memory.Pbkdf2;
import com.pulsesms.core.message.AMessage;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageFilter;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.message.Messages.NewMessage;
import com.pulsesms.core.message.Sending;
import com.pulsesms.core.message.SendingContract;
import com.pulsesms.core.organization.AnOrganization;
import java.time.Clock;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InProcessSendingTest implements SendingContract {
    private static final Region SERBIA = new Region("RS");

    private final Storage storage = MemoryStorage.open();
    private final ConcurrentLinkedQueue<String> modem = new ConcurrentLinkedQueue<>();
    private volatile SmsRadio behaviour = (to, text) -> SmsRadio.sent();
    private final PulseSms pulse = over(storage);

    private PulseSms over(Storage shared) {
        return PulseSms.builder()
                .storage(shared)
                .passwords(new Pbkdf2(1))
                .radio((to, text) -> {
                    modem.add(to.e164());
                    return behaviour.send(to, text);
                })
                .build();
    }

    @AfterEach
    void close() {
        pulse.close();
    }

    private Actor owner() {
        return pulse.owner("Shop", SERBIA);
    }

    private Message sent(Actor actor, String to) {
        var message = pulse.messages().send(actor, NewMessage.of(to, "Hello"));
        pulse.awaitIdle();
        return pulse.messages().find(actor, message.id());
    }

    /** For the contract: messages put there behind the use case's back, which would nudge by itself. */
    @Override
    public OrganizationId withMessages() {
        var organization = AnOrganization.in(storage);
        AMessage.of(organization).in(storage);
        return organization;
    }

    @Override
    public Sending sending() {
        var ids = new TimeOrderedIds(Clock.systemUTC());
        return new InProcessSending(
                (to, text) -> SmsRadio.sent(),
                storage.devices(),
                pulse::handOver,
                storage.transactions(),
                ids,
                Clock.systemUTC());
    }

    @Override
    public boolean noticed(OrganizationId organization) {
        return storage
                .transactions()
                .call(() -> storage.messages().page(organization, MessageFilter.ALL, PageRequest.first()))
                .items()
                .stream()
                .allMatch(message -> message.status() == MessageStatus.SENT);
    }

    @Test
    void tellsWhatTheRadioTold() {
        var owner = owner();

        assertThat(sent(owner, "0641234561").status()).isEqualTo(MessageStatus.SENT);

        behaviour = (to, text) -> SmsRadio.delivered();
        assertThat(sent(owner, "0641234562").status()).isEqualTo(MessageStatus.DELIVERED);

        behaviour = (to, text) -> SmsRadio.failed("NO_CREDIT");
        var failed = sent(owner, "0641234563");
        assertThat(failed.status()).isEqualTo(MessageStatus.FAILED);
        assertThat(failed.failure()).contains("NO_CREDIT");
    }

    @Test
    void takesAMessageForUnknownWhenTheRadioThrowsAndNeverTriesItAgain() {
        var owner = owner();
        behaviour = (to, text) -> {
            throw new IllegalStateException("The cable came off; this failure is part of the test");
        };

        var message = sent(owner, "0641234567");
        pulse.sweep().run();
        pulse.awaitIdle();

        assertThat(message.status()).isEqualTo(MessageStatus.UNKNOWN);
        assertThat(message.failure()).contains("RADIO_THREW");
        assertThat(modem).containsExactly("+381641234567");
    }

    @Test
    void goesOnWithTheNextMessageWhenTheRadioBreaksDown() {
        var owner = owner();
        behaviour = (to, text) -> {
            throw new AssertionError("This failure is part of the test");
        };
        assertThat(sent(owner, "0641234561").status()).isEqualTo(MessageStatus.UNKNOWN);

        behaviour = (to, text) -> SmsRadio.sent();

        assertThat(sent(owner, "0641234562").status()).isEqualTo(MessageStatus.SENT);
    }

    @Test
    void sendsEachMessageOnceHoweverOftenItIsNudged() {
        var owner = owner();

        IntStream.range(0, 200)
                .forEach(n -> pulse.messages().send(owner, NewMessage.of("+38164%07d".formatted(n), "Hello")));
        pulse.awaitIdle();

        assertThat(modem).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void sendsEachMessageOnceThoughTwoProcessesShareTheDatabase() {
        var owner = owner();
        try (var second = over(storage)) {
            for (var n = 0; n < 300; n++) {
                var either = n % 2 == 0 ? pulse : second;
                either.messages().send(owner, NewMessage.of("+38164%07d".formatted(n), "Hello"));
            }
            pulse.awaitIdle();
            second.awaitIdle();
        }

        assertThat(modem).hasSize(300).doesNotHaveDuplicates();
        // What one of them has claimed and not accepted yet is not offered to the other again.
        assertThat(pulse.devices().page(owner, PageRequest.first()).items()).hasSize(2);
    }

    @Test
    void leavesWhatItDidNotBeginToSendForTheNextStart() throws InterruptedException {
        var owner = owner();
        var sending = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        behaviour = (to, text) -> {
            sending.countDown();
            awaited(goOn);
            return SmsRadio.sent();
        };
        AMessage.many(storage, owner.organization(), 4);
        pulse.messages().send(owner, NewMessage.of("0641234567", "Hello"));
        assertThat(sending.await(10, TimeUnit.SECONDS)).isTrue();

        pulse.close();
        goOn.countDown();

        assertThat(Eventually.meets(() -> counted(owner, MessageStatus.QUEUED) == 4))
                .isTrue();
        assertThat(counted(owner, MessageStatus.SENT)).isEqualTo(1);
        assertThat(modem).hasSize(1);

        try (var next = over(storage)) {
            next.messages().send(owner, NewMessage.of("0641234568", "Hello"));
            next.awaitIdle();
        }
        assertThat(counted(owner, MessageStatus.SENT)).isEqualTo(6);
        assertThat(modem).hasSize(6).doesNotHaveDuplicates();
    }

    private long counted(Actor actor, MessageStatus status) {
        return pulse.messages().page(actor, MessageFilter.ALL, PageRequest.first()).items().stream()
                .filter(message -> message.status() == status)
                .count();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
