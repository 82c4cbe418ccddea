package com.pulsesms.core.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.TestPulse;
import com.pulsesms.core.device.Pace;
import com.pulsesms.core.device.PartCap;
import com.pulsesms.core.device.Span;
import com.pulsesms.core.gateway.CarelessPhone.Departure;
import com.pulsesms.core.gateway.Report.Told;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.Messages.NewMessage;
import com.pulsesms.core.message.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Whatever is sent, given back or lost on the way, and however careless a phone is: no minute, hour or day holds more
 * parts than its cap.
 */
class PaceLawsTest {
    private static final int SIMS = 2;

    private enum Kind {
        QUEUE,
        CLAIM,
        CLAIM_LOST,
        SEND,
        SEND_AND_FORGET,
        FAIL,
        GIVE_BACK,
        REPORT,
        CLAIM_SEND_AND_REPORT,
        SECONDS,
        MINUTES,
        HOURS,
        NEARLY_A_SPAN,
        SILENCE
    }

    /** @param pick how many, or how long, or of which kind */
    record Step(Kind kind, int pick, int sim) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        var kinds = Arbitraries.frequency(
                Tuple.of(3, Kind.QUEUE),
                Tuple.of(8, Kind.CLAIM),
                Tuple.of(1, Kind.CLAIM_LOST),
                Tuple.of(6, Kind.SEND),
                Tuple.of(1, Kind.SEND_AND_FORGET),
                Tuple.of(1, Kind.FAIL),
                Tuple.of(2, Kind.GIVE_BACK),
                Tuple.of(6, Kind.REPORT),
                Tuple.of(8, Kind.CLAIM_SEND_AND_REPORT),
                Tuple.of(6, Kind.SECONDS),
                Tuple.of(3, Kind.MINUTES),
                Tuple.of(1, Kind.HOURS),
                Tuple.of(3, Kind.NEARLY_A_SPAN),
                Tuple.of(1, Kind.SILENCE));
        return Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.integers().between(-1, SIMS - 1))
                .as(Step::new)
                .list()
                .ofMaxSize(120);
    }

    @Provide
    Arbitrary<Pace> paces() {
        return Combinators.combine(caps(), caps(), caps())
                .as((device, one, two) -> new Pace(device, Map.of(0, one, 1, two)));
    }

    private static Arbitrary<PartCap> caps() {
        return Combinators.combine(cap(30), cap(60), cap(90)).as(PartCap::new);
    }

    private static Arbitrary<OptionalInt> cap(int most) {
        return Arbitraries.integers()
                .between(4, most)
                .map(parts -> parts < PartCap.LEAST ? OptionalInt.empty() : OptionalInt.of(parts));
    }

    @Property(tries = 150)
    void noSpanHoldsMorePartsThanItsCap(@ForAll("paces") Pace pace, @ForAll("steps") List<Step> steps) {
        var pulse = new TestPulse();
        var owner = pulse.owner();
        var phone = new CarelessPhone(pulse.core(), pulse.clock(), owner, pace);
        queue(pulse, owner, phone, new Step(Kind.QUEUE, 40, -1));

        steps.forEach(step -> take(step, pulse, owner, phone));

        assertKept(phone.left(), pace.device());
        for (var slot = 0; slot < SIMS; slot++) {
            var sim = slot;
            var through = phone.left().stream()
                    .filter(one -> one.sim().filter(used -> used == sim).isPresent());
            assertKept(through.toList(), pace.sim(sim));
        }
    }

    private static void take(Step step, TestPulse pulse, Actor owner, CarelessPhone phone) {
        switch (step.kind()) {
            case QUEUE -> queue(pulse, owner, phone, step);
            case CLAIM -> phone.claim(false);
            case CLAIM_LOST -> phone.claim(true);
            case SEND -> phone.send(step.pick(), Told.SENT);
            case SEND_AND_FORGET -> phone.send(step.pick(), Told.UNKNOWN);
            case FAIL -> phone.send(step.pick(), Told.FAILED);
            case GIVE_BACK -> phone.giveBack(step.pick());
            case REPORT -> phone.report();
            case CLAIM_SEND_AND_REPORT -> {
                phone.claim(false);
                phone.send(step.pick(), Told.SENT);
                phone.report();
            }
            case SECONDS -> pass(pulse, Duration.ofMillis(step.pick() * 1_100L));
            case MINUTES -> pass(pulse, Duration.ofSeconds(step.pick() * 61L));
            case HOURS -> pass(pulse, Duration.ofMinutes(step.pick() * 30L));
            case NEARLY_A_SPAN -> pass(pulse, nearly(Span.values()[step.sim() + 1], step.pick()));
            case SILENCE -> pass(pulse, Duration.ofHours(73));
        }
    }

    /** By what is counted as one with it: too little for the first of it to be out. */
    private static Duration nearly(Span span, int sixtieths) {
        var grain = Duration.between(Instant.EPOCH, span.grain().end(Instant.EPOCH));
        return span.length().minus(grain.multipliedBy(sixtieths).dividedBy(60));
    }

    private static void pass(TestPulse pulse, Duration time) {
        pulse.clock().pass(time);
        pulse.core().sweep().run();
    }

    private static void queue(TestPulse pulse, Actor owner, CarelessPhone phone, Step step) {
        var sim = Optional.of(step.sim()).filter(slot -> slot >= 0);
        var device = step.pick() % 2 == 0 ? Optional.of(phone.phone().device().id()) : Optional.<DeviceId>empty();
        for (var n = 0; n < step.pick(); n++) {
            var text = "a".repeat(1 + (n * step.pick()) % 10 * 153);
            var wish = new NewMessage("0641234567", text, Lane.NORMAL, new Route(device, sim), Optional.empty());
            pulse.core().messages().send(owner, wish);
        }
    }

    private static void assertKept(List<Departure> left, PartCap cap) {
        for (var span : Span.values()) {
            cap.of(span)
                    .ifPresent(most -> left.forEach(last -> {
                        var begin = last.at().minus(span.length());
                        var parts = left.stream()
                                .filter(one ->
                                        one.at().isAfter(begin) && !one.at().isAfter(last.at()))
                                .mapToInt(Departure::parts)
                                .sum();
                        assertThat(parts).as("%s ending at %s", span, last.at()).isLessThanOrEqualTo(most);
                    }));
        }
    }
}
