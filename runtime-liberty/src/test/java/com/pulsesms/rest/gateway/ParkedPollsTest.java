package com.pulsesms.rest.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.Storage;
import com.pulsesms.core.campaign.CampaignCompletion;
import com.pulsesms.core.device.ADevice;
import com.pulsesms.core.device.Device;
import com.pulsesms.core.gateway.HandOver;
import com.pulsesms.core.gateway.HandOverStore;
import com.pulsesms.core.gateway.Handed;
import com.pulsesms.core.gateway.Pacing;
import com.pulsesms.core.gateway.Report;
import com.pulsesms.core.kernel.Events;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.kernel.TestClock;
import com.pulsesms.core.memory.MemoryStorage;
import com.pulsesms.core.message.AMessage;
import com.pulsesms.core.organization.AnOrganization;
import com.pulsesms.core.organization.QuietHours;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ParkedPollsTest {
    private static final int MOST = 50;

    private final Storage storage = MemoryStorage.open();
    private final AtomicInteger claims = new AtomicInteger();
    private final ExecutorService executor = Executors.newFixedThreadPool(4);
    private final TestClock clock = new TestClock(Sample.NOW);
    private final ParkedPolls polls = new ParkedPolls(handOver(), executor);
    private final OrganizationId acme = AnOrganization.in(storage);
    private final Device device = ADevice.in(storage, acme);

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void answersAtOnceWithWhatWaits() throws Exception {
        AMessage.of(acme).in(storage);

        var phone = park(device);

        assertThat(phone.got()).isEqualTo(1);
        assertThat(polls.size()).isZero();
    }

    @Test
    void answersWhenMessagesBecomeReady() throws Exception {
        var phone = park(device);
        assertThat(phone.waits()).isTrue();

        AMessage.many(storage, acme, 3);
        polls.ready(acme);

        assertThat(phone.got()).isEqualTo(3);
    }

    @Test
    void doesNotWakeThePhonesOfOthers() throws Exception {
        var others = AnOrganization.in(storage);
        var phone = park(device);
        var phoneOfOthers = park(ADevice.in(storage, others));
        AMessage.of(acme).in(storage);
        AMessage.of(others).in(storage);

        polls.ready(acme);

        assertThat(phone.got()).isEqualTo(1);
        assertThat(phoneOfOthers.waits()).isTrue();
    }

    @Test
    void looksAfterFewPhonesForOneMessage() throws Exception {
        var phones = IntStream.range(0, 100)
                .mapToObj(n -> park(ADevice.in(storage, acme)))
                .toList();
        claims.set(0);
        AMessage.of(acme).in(storage);

        polls.ready(acme);

        assertThat(phones.get(0).got()).isEqualTo(1);
        executor.shutdown();
        assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(phones.stream().filter(APhone::waits)).hasSize(99);
        assertThat(claims).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void looksAfterAllPhonesWhileMessagesRemain() throws Exception {
        var phones = IntStream.range(0, 30)
                .mapToObj(n -> park(ADevice.in(storage, acme), 1))
                .toList();
        AMessage.many(storage, acme, 30);

        polls.ready(acme);

        for (var phone : phones) {
            assertThat(phone.got()).isEqualTo(1);
        }
    }

    @Test
    void findsTheOnePhoneThatAMessageIsPinnedTo() throws Exception {
        IntStream.range(0, 20).forEach(n -> park(ADevice.in(storage, acme)));
        var phone = park(device);
        AMessage.of(acme).through(device.id()).in(storage);

        polls.ready(acme);

        assertThat(phone.got()).isEqualTo(1);
    }

    @Test
    void missesNoMessageThatBecomesReadyWhileAPhoneParks() throws Exception {
        for (var i = 0; i < 300; i++) {
            var begin = new CountDownLatch(1);
            executor.execute(() -> {
                await(begin);
                AMessage.of(acme).in(storage);
                polls.ready(acme);
            });
            begin.countDown();

            assertThat(park(ADevice.in(storage, acme)).got()).isEqualTo(1);
        }
    }

    @Test
    void endsTheOlderPollOfADevice() throws Exception {
        var older = park(device);

        var newer = park(device);

        assertThat(older.got()).isZero();
        assertThat(newer.waits()).isTrue();
        assertThat(polls.size()).isEqualTo(1);
    }

    @Test
    void offersWhatAnEndedPollHadFoundToItsSuccessor() throws Exception {
        var looks = new CountDownLatch(1);
        var mayClaim = new CountDownLatch(1);
        var older = new APhone();
        executor.execute(() -> polls.park(new ParkedPoll(
                device,
                () -> {
                    looks.countDown();
                    await(mayClaim);
                    return device;
                },
                MOST,
                older)));
        await(looks);
        var newer = park(device);
        AMessage.of(acme).in(storage);

        mayClaim.countDown();

        assertThat(older.got()).isZero();
        assertThat(newer.got()).isEqualTo(1);
    }

    @Test
    void findsByLookingWhatNobodyToldOf() throws Exception {
        var phone = park(device);
        AMessage.of(acme).in(storage);

        polls.lookForMissed();

        assertThat(phone.got()).isEqualTo(1);
    }

    @Test
    void answersThatNothingCameWhenAPhoneHasWaitedLongEnough() throws Exception {
        var phone = new APhone();
        var poll = poll(device, MOST, phone);
        polls.park(poll);

        assertThat(polls.giveUp(poll)).isTrue();

        assertThat(phone.got()).isZero();
        assertThat(polls.size()).isZero();
    }

    @Test
    void refusesTheFirstLookOfARemovedDevice() {
        var phone = park(device.removed(Sample.NOW));

        assertThatThrownBy(phone::got).hasCauseInstanceOf(Refusal.Gone.class);
        assertThat(polls.size()).isZero();
    }

    @Test
    void sendsAParkedPhoneAwayWhenItsDeviceIsRemoved() throws Exception {
        var removed = new AtomicInteger();
        var phone = new APhone();
        polls.park(new ParkedPoll(device, () -> removed.get() == 0 ? device : device.removed(Sample.NOW), MOST, phone));
        removed.set(1);

        polls.lookAgain(device.id());

        assertThatThrownBy(phone::got).hasCauseInstanceOf(Refusal.Gone.class);
        assertThat(polls.size()).isZero();
    }

    @Test
    void keepsAPhoneParkedWhenALookFails() throws Exception {
        var failures = new AtomicInteger();
        var looked = new CountDownLatch(2);
        var phone = new APhone();
        polls.park(new ParkedPoll(
                device,
                () -> {
                    looked.countDown();
                    if (failures.getAndDecrement() > 0) {
                        throw new IllegalStateException("The database is away");
                    }
                    return device;
                },
                MOST,
                phone));
        AMessage.of(acme).in(storage);
        failures.set(1);

        polls.ready(acme);
        await(looked);
        while (phone.waits()) {
            polls.lookForMissed();
        }

        assertThat(phone.got()).isEqualTo(1);
    }

    @Test
    void looksAfterAPhoneAgainWhenItsPaceAllowsMoreAndNotBefore() throws Exception {
        sendAPaceful();
        AMessage.many(storage, acme, 30);
        var phone = park(device);
        claims.set(0);

        clock.pass(Duration.ofSeconds(59));
        polls.lookForOpened(clock.instant());
        polls.lookForOpened(clock.instant());
        assertThat(claims).hasValue(0);
        clock.pass(Duration.ofSeconds(2));
        polls.lookForOpened(clock.instant());

        assertThat(phone.got()).isEqualTo(24);
        assertThat(claims).hasValue(1);
    }

    @Test
    void doesNotSpinForAPhoneThatHasNoRoomWhileMessagesWait() throws Exception {
        sendAPaceful();
        AMessage.many(storage, acme, 30);
        var phone = park(device);
        claims.set(0);

        polls.ready(acme);
        executor.shutdown();

        assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(phone.waits()).isTrue();
        assertThat(claims).hasValue(0);
    }

    @Test
    void looksAfterPhonesWhenQuietHoursEndAndNotBefore() throws Exception {
        var hour = clock.instant().atZone(ZoneOffset.UTC).toLocalTime().truncatedTo(ChronoUnit.HOURS);
        var quiet = quietDuring(new QuietHours(hour, hour.plusHours(1)));
        AMessage.many(storage, quiet, 3);
        var phone = park(ADevice.in(storage, quiet));
        claims.set(0);

        polls.lookForMissed();
        clock.pass(Duration.ofMinutes(59));
        polls.lookForOpened(clock.instant());
        assertThat(claims).hasValue(0);
        clock.pass(Duration.ofMinutes(1));
        polls.lookForOpened(clock.instant());

        assertThat(phone.got()).isEqualTo(3);
        assertThat(claims).hasValue(1);
    }

    private OrganizationId quietDuring(QuietHours hours) {
        var organization = AnOrganization.named("Quiet").at(ZoneOffset.UTC).quietDuring(Optional.of(hours));
        storage.transactions().run(() -> storage.organizations().insert(organization));
        return organization.id();
    }

    /** All that the device's pace allows in a minute. */
    private void sendAPaceful() {
        AMessage.many(storage, acme, 24);
        var handed = handOver().claim(device, MOST);
        handOver().accept(device, handed.stream().map(Handed::claim).toList());
        handOver()
                .report(
                        device,
                        handed.stream()
                                .map(one -> new Report(
                                        1, one.claim(), Report.Told.SENT, clock.instant(), 1, Optional.empty()))
                                .toList());
    }

    @Test
    void sendsAllPhonesAwayWhenTheServerStops() throws Exception {
        var parked = park(device);

        polls.close();
        var late = park(device);

        assertThat(parked.got()).isZero();
        assertThatThrownBy(late::got).hasMessageContaining("The server stops");
    }

    private APhone park(Device who) {
        return park(who, MOST);
    }

    private APhone park(Device who, int max) {
        var phone = new APhone();
        polls.park(poll(who, max, phone));
        return phone;
    }

    private static ParkedPoll poll(Device who, int max, APhone phone) {
        return new ParkedPoll(who, () -> who, max, phone);
    }

    private HandOver handOver() {
        var completion = new CampaignCompletion(
                storage.campaigns(), storage.messages(), Events.UNHEARD, storage.transactions(), clock);
        var pacing = new Pacing(storage.handOver(), storage.devices(), storage.departures());
        return new HandOver(
                counting(storage.handOver()),
                storage.organizations(),
                pacing,
                completion,
                ready -> {},
                Events.UNHEARD,
                storage.transactions(),
                clock);
    }

    private HandOverStore counting(HandOverStore store) {
        return (HandOverStore) Proxy.newProxyInstance(
                HandOverStore.class.getClassLoader(), new Class<?>[] {HandOverStore.class}, (proxy, method, args) -> {
                    if (method.getName().equals("claim")) {
                        claims.incrementAndGet();
                    }
                    try {
                        return method.invoke(store, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
