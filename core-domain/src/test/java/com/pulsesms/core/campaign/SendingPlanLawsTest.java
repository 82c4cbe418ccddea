package com.pulsesms.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.campaign.SendingTimes.Open;
import com.pulsesms.core.device.Departed;
import com.pulsesms.core.device.Grain;
import com.pulsesms.core.device.PartCap;
import com.pulsesms.core.device.SimParts;
import com.pulsesms.core.device.Span;
import com.pulsesms.core.kernel.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Laws of the moment at which a campaign is predicted to finish. */
class SendingPlanLawsTest {
    private static final Instant NOW = Sample.NOW;
    private static final Instant END = NOW.plus(SendingPlan.HORIZON);

    @Provide
    Arbitrary<Capacity> capacities() {
        var limits = Combinators.combine(caps(), left()).as(Capacity.Limit::new);
        var measured = Arbitraries.integers()
                .between(5, 100)
                .map(parts -> parts < 50 ? OptionalInt.empty() : OptionalInt.of(parts));
        return Combinators.combine(limits.list().ofMinSize(1).ofMaxSize(2), measured)
                .as(Capacity::new);
    }

    private static Arbitrary<PartCap> caps() {
        return Combinators.combine(cap(60), cap(200), cap(900)).as(PartCap::new);
    }

    private static Arbitrary<OptionalInt> cap(int most) {
        return Arbitraries.integers()
                .between(-5, most)
                .map(parts -> parts < PartCap.LEAST ? OptionalInt.empty() : OptionalInt.of(parts));
    }

    private static Arbitrary<List<Departed>> left() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 90_000),
                        Arbitraries.integers().between(1, 10))
                .as((ago, parts) -> new Departed(
                        Grain.MINUTE, Grain.MINUTE.begin(NOW.minusSeconds(ago)), new SimParts(Optional.empty(), parts)))
                .list()
                .ofMaxSize(8)
                .map(all -> all.stream()
                        .sorted(Comparator.comparing(Departed::begin))
                        .toList());
    }

    /** Closed for some minutes of each so many. */
    @Provide
    Arbitrary<SendingTimes> times() {
        return Arbitraries.integers()
                .between(30, 600)
                .flatMap(cycle -> Arbitraries.integers()
                        .between(0, cycle - 1)
                        .map(closed -> closedFor(Duration.ofMinutes(closed), Duration.ofMinutes(cycle))));
    }

    private static SendingTimes closedFor(Duration closed, Duration cycle) {
        return at -> {
            var seconds = cycle.toSeconds();
            var begin = Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), seconds) * seconds);
            var from = begin.plus(closed);
            return new Open(at.isBefore(from) ? from : at, Optional.of(begin.plus(cycle)));
        };
    }

    private static Instant finish(List<Capacity> capacities, SendingTimes times, long parts) {
        return new SendingPlan(capacities, times, NOW).finish(parts).orElse(END);
    }

    @Property(tries = 200)
    void moreMessagesNeverFinishEarlier(
            @ForAll @Size(max = 3) List<@From("capacities") Capacity> capacities,
            @ForAll("times") SendingTimes times,
            @ForAll @IntRange(max = 5_000) int parts,
            @ForAll @IntRange(max = 500) int more) {
        assertThat(finish(capacities, times, parts + more)).isAfterOrEqualTo(finish(capacities, times, parts));
    }

    @Property(tries = 200)
    void moreDevicesNeverFinishLater(
            @ForAll @Size(max = 3) List<@From("capacities") Capacity> capacities,
            @ForAll("capacities") Capacity another,
            @ForAll("times") SendingTimes times,
            @ForAll @IntRange(max = 5_000) int parts) {
        var more = new ArrayList<>(capacities);
        more.add(another);

        assertThat(finish(more, times, parts)).isBeforeOrEqualTo(finish(capacities, times, parts));
    }

    @Property(tries = 200)
    void pausesNeverMakeItEarlier(
            @ForAll @Size(max = 3) List<@From("capacities") Capacity> capacities,
            @ForAll("times") SendingTimes times,
            @ForAll @IntRange(max = 5_000) int parts) {
        assertThat(finish(capacities, times, parts)).isAfterOrEqualTo(finish(capacities, SendingTimes.always(), parts));
    }

    @Property(tries = 200)
    void whatAlreadyLeftNeverMakesItEarlier(
            @ForAll("capacities") Capacity capacity, @ForAll @IntRange(max = 5_000) int parts) {
        var fresh = new Capacity(
                capacity.limits().stream()
                        .map(limit -> new Capacity.Limit(limit.cap(), List.of()))
                        .toList(),
                capacity.measured());

        assertThat(finish(List.of(capacity), SendingTimes.always(), parts))
                .isAfterOrEqualTo(finish(List.of(fresh), SendingTimes.always(), parts));
    }

    @Property(tries = 100)
    void noSpanOfThePlanHoldsMorePartsThanItsCap(
            @ForAll("capacities") Capacity capacity, @ForAll("times") SendingTimes times) {
        if (capacity.endless()) {
            return;
        }
        var course = new Course(capacity, NOW);
        var minutes = (int) Span.DAY.length().toMinutes() * 2;
        var sent = new long[minutes];
        for (var minute = 0; minute < minutes; minute++) {
            var begin = NOW.plusSeconds(60L * minute);
            sent[minute] = times.next(begin).holds(begin) ? course.send(minute) : 0;
        }

        for (var limit : capacity.limits()) {
            for (var span : Span.values()) {
                limit.cap().of(span).ifPresent(cap -> assertKept(sent, limit.left(), span, cap));
            }
        }
    }

    /** With what left before: all of it that may lie in the same span, if it was within the cap by itself. */
    private static void assertKept(long[] sent, List<Departed> before, Span span, int cap) {
        var length = (int) span.length().toMinutes();
        for (var end = 0; end < sent.length; end++) {
            var parts = 0L;
            for (var minute = Math.max(0, end - length + 1); minute <= end; minute++) {
                parts += sent[minute];
            }
            var begin = NOW.plusSeconds(60L * (end - length + 1));
            var still = before.stream()
                    .filter(some -> span != Span.MINUTE && some.begin().isAfter(begin))
                    .mapToInt(some -> some.parts().parts())
                    .sum();
            assertThat(parts)
                    .as("%s that ends with minute %s", span, end)
                    .isLessThanOrEqualTo(Math.max(0, cap - still));
        }
    }
}
