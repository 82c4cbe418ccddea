package com.pulsesms.core.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.TestPulse;
import com.pulsesms.core.device.Devices;
import com.pulsesms.core.device.Pace;
import com.pulsesms.core.device.PartCap;
import com.pulsesms.core.device.Span;
import com.pulsesms.core.gateway.Report.Told;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.message.AMessage;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.Messages.NewMessage;
import com.pulsesms.core.message.Route;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a phone is held to its pace over hours and days. */
class PacingTest {
    private final TestPulse pulse = new TestPulse();
    private final Actor owner = pulse.owner();

    private Phone phone(Pace pace) {
        return Phone.paired(pulse.core(), owner, pace);
    }

    private static PartCap cap(Span span, int parts) {
        return PartCap.NONE.with(Map.of(span, OptionalInt.of(parts)));
    }

    private static Pace capped(Span span, int parts) {
        return Pace.UNLIMITED.with(cap(span, parts));
    }

    private void pass(Duration time) {
        pulse.clock().pass(time);
        pulse.core().sweep().run();
    }

    private void queue(int messages) {
        AMessage.many(pulse.storage(), owner.organization(), messages);
    }

    @ParameterizedTest
    @EnumSource(Span.class)
    void holdsAPhoneThatReportsAtOnceToEachOfItsCaps(Span span) {
        var phone = phone(capped(span, 10));
        queue(30);

        phone.tellAll(phone.take(), Told.SENT);
        assertThat(phone.claim()).isEmpty();

        pass(span.length().minusSeconds(1));
        assertThat(phone.claim()).isEmpty();
        pass(Duration.ofSeconds(61));
        assertThat(phone.claim()).hasSize(10);
    }

    @Test
    void countsForTheHourWhatLeftInManyMinutes() {
        var phone = phone(new Pace(new PartCap(OptionalInt.of(10), OptionalInt.of(25), OptionalInt.empty()), Map.of()));
        queue(60);

        var sent = 0;
        for (var minutes = 0; minutes < 58; minutes++) {
            var handed = phone.take();
            phone.tellAll(handed, Told.SENT);
            sent += handed.size();
            pass(Duration.ofMinutes(1));
        }

        assertThat(sent).isEqualTo(25);
        pass(Duration.ofMinutes(3));
        assertThat(phone.claim()).hasSize(10);
    }

    @Test
    void givesBackTheRoomOfWhatComesBackUnsent() {
        var phone = phone(capped(Span.DAY, 10));
        queue(30);
        var first = phone.take();
        assertThat(phone.claim()).isEmpty();

        phone.tellAll(first.subList(0, 4), Told.RETURNED);
        var again = phone.take();
        assertThat(again).hasSize(4);

        phone.tellAll(again.subList(0, 1), Told.EXPIRED);
        assertThat(phone.claim()).hasSize(1);
    }

    @Test
    void givesBackTheRoomOfALeaseThatEnded() {
        var phone = phone(capped(Span.DAY, 10));
        queue(30);
        phone.claim();

        pass(HandOver.LEASE.plusSeconds(1));

        assertThat(phone.claim()).hasSize(10);
    }

    @ParameterizedTest
    @EnumSource(
            value = Told.class,
            names = {"SENT", "DELIVERED", "UNDELIVERED", "FAILED", "UNKNOWN"})
    void countsEachTryWhateverBecameOfIt(Told told) {
        var phone = phone(capped(Span.DAY, 10));
        queue(30);

        phone.tellAll(phone.take(), told);

        assertThat(phone.claim()).isEmpty();
    }

    @Test
    void countsATryOnceHoweverOftenItIsTold() {
        var phone = phone(capped(Span.DAY, 20));
        queue(11);
        var handed = phone.take();

        phone.tellAll(handed, Told.SENT);
        phone.tellAll(handed, Told.SENT);
        phone.tellAll(handed, Told.DELIVERED);

        queue(20);
        assertThat(phone.claim()).hasSize(9);
    }

    @Test
    void countsThePartsOfLongTexts() {
        var phone = phone(capped(Span.HOUR, 10));
        pulse.core().messages().send(owner, NewMessage.of("0641234561", "a".repeat(6 * 153)));
        queue(10);

        var handed = phone.take();
        assertThat(handed).hasSize(5);
        phone.tellAll(handed, Told.SENT);

        assertThat(phone.claim()).isEmpty();
    }

    @Test
    void countsMorePartsThanItThoughtIfThePhoneMadeMore() {
        var phone = phone(capped(Span.DAY, 12));
        queue(1);
        var handed = phone.takeOne();
        phone.tell(new Report(
                1, handed.claim(), Told.SENT, pulse.clock().instant(), 3, Optional.empty(), Optional.empty()));

        queue(20);

        assertThat(phone.claim()).hasSize(9);
    }

    @Test
    void holdsWhatIsPinnedToASimToTheCapOfTheSim() {
        var phone = phone(Pace.UNLIMITED.with(1, cap(Span.HOUR, 10)));
        var device = phone.device();
        for (var n = 0; n < 60; n++) {
            AMessage.of(owner.organization()).through(device.id(), 1).in(pulse.storage());
        }
        queue(3);

        var handed = phone.take();

        assertThat(handed).filteredOn(one -> one.sim().isPresent()).hasSize(10);
        assertThat(handed).filteredOn(one -> one.sim().isEmpty()).hasSize(3);
        phone.tellAll(handed, Told.SENT);
        assertThat(phone.claim()).isEmpty();
        pass(Duration.ofMinutes(62));
        assertThat(phone.claim()).hasSize(10);
    }

    @Test
    void looksBehindATextThatIsTooLongForItsSim() {
        var phone = phone(Pace.UNLIMITED.with(1, cap(Span.HOUR, 10)));
        var device = phone.device().id();
        AMessage.of(owner.organization()).through(device, 1).in(pulse.storage());
        phone.tellAll(phone.take(), Told.SENT);
        var long1 = new Route(Optional.of(device), Optional.of(1));
        pulse.core()
                .messages()
                .send(owner, new NewMessage("0641234561", "a".repeat(1530), Lane.NORMAL, long1, Optional.empty()));
        queue(2);

        assertThat(phone.claim()).hasSize(2).allMatch(handed -> handed.sim().isEmpty());
    }

    @Test
    void countsForASimWhatThePhoneSaysToHaveSentThroughIt() {
        var phone = phone(Pace.UNLIMITED.with(0, cap(Span.HOUR, 10)));
        queue(8);
        phone.take()
                .forEach(handed -> phone.tell(new Report(
                        handed.claim().number(),
                        handed.claim(),
                        Told.SENT,
                        pulse.clock().instant(),
                        1,
                        Optional.empty(),
                        Optional.of(0))));
        for (var n = 0; n < 5; n++) {
            AMessage.of(owner.organization()).through(phone.device().id(), 0).in(pulse.storage());
        }

        assertThat(phone.claim()).hasSize(2);
    }

    @Test
    void saysWhenItOpensAgain() {
        var phone = phone(Pace.of(10));
        queue(30);
        phone.tellAll(phone.take(), Told.SENT);
        var now = pulse.clock().instant();

        var offer = pulse.core().handOver().offer(phone.device(), 50);

        assertThat(offer.messages()).isEmpty();
        var opens = offer.opens().orElseThrow();
        assertThat(Duration.between(now, opens)).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(61));
        pulse.clock().set(opens);
        assertThat(phone.claim()).hasSize(10);
    }

    @Test
    void opensOnlyByReportsWhileAllOfItsRoomIsHeld() {
        var phone = phone(Pace.of(10));
        queue(30);
        phone.take();

        assertThat(pulse.core().handOver().offer(phone.device(), 50).opens()).isEmpty();
    }

    @Test
    void neverOpensAgainWhereNothingIsFull() {
        var unlimited = phone(Pace.UNLIMITED);
        var idle = phone(Pace.DEFAULT.with(0, cap(Span.HOUR, 10)));

        assertThat(pulse.core().handOver().offer(unlimited.device(), 50).opens())
                .isEmpty();
        assertThat(pulse.core().handOver().offer(idle.device(), 50).opens()).isEmpty();
    }

    @Test
    void losesOnlySecondsOfItsPaceToAPhoneThatAsksAndTellsEachSecond() {
        var phone = phone(Pace.of(24));
        queue(400);

        var sent = 0;
        for (var seconds = 0; seconds < 600; seconds++) {
            var handed = phone.take();
            phone.tellAll(handed, Told.SENT);
            sent += handed.size();
            pass(Duration.ofSeconds(1));
        }

        assertThat(sent).isBetween(24 * 9, 24 * 10);
    }

    @Test
    void goesByThePaceThatIsStoredNotByTheOneThatTheCallerKnew() {
        var phone = phone(Pace.of(24));
        var known = phone.device();
        queue(30);
        pulse.core()
                .devices()
                .change(
                        owner,
                        known.id(),
                        new Devices.Change(
                                Optional.empty(), Pace.of(10).device().all(), Map.of()));

        assertThat(pulse.core().handOver().claim(known, 50)).hasSize(10);
    }

    @Test
    void countsWhatASilentPhoneMayHaveSentInTheMeantime() {
        var phone = phone(capped(Span.DAY, 10));
        queue(30);
        phone.take();

        pass(Duration.ofHours(72).plusSeconds(1));

        assertThat(phone.claim()).isEmpty();
        pass(Duration.ofHours(25));
        assertThat(phone.claim()).hasSize(10);
    }

    @Test
    void letsDevicesHaveTheirPaceEachForItself() {
        var one = phone(capped(Span.DAY, 10));
        var other = phone(capped(Span.DAY, 10));
        queue(30);
        one.tellAll(one.take(), Told.SENT);

        assertThat(List.of(one.claim().size(), other.claim().size())).containsExactly(0, 10);
    }
}
