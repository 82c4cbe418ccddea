package com.pulsesms.core.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.kernel.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
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
import net.jqwik.api.constraints.IntRange;

class PaceUseLawsTest {
    private static final Instant NOW = Sample.NOW;
    private static final Optional<Integer> DEVICE = Optional.empty();

    @Provide
    Arbitrary<Optional<Integer>> sims() {
        return Arbitraries.of(Optional.<Integer>empty(), Optional.of(0), Optional.of(1));
    }

    @Provide
    Arbitrary<List<SimParts>> held() {
        var parts = Arbitraries.integers().between(1, 10);
        return Combinators.combine(sims(), parts).as(SimParts::new).list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<Departed>> left() {
        var grains = Arbitraries.of(Grain.class);
        var seconds = Arbitraries.integers().between(0, 100_000);
        var parts = Combinators.combine(sims(), Arbitraries.integers().between(1, 10))
                .as(SimParts::new);
        return Combinators.combine(grains, seconds, parts)
                .as((grain, ago, some) -> new Departed(grain, grain.begin(NOW.minusSeconds(ago)), some))
                .list()
                .ofMaxSize(40)
                .map(all -> all.stream()
                        .sorted(Comparator.comparing(Departed::begin))
                        .toList());
    }

    @Provide
    Arbitrary<Pace> paces() {
        return Combinators.combine(caps(), caps()).as((device, sim) -> new Pace(device, Map.of(1, sim)));
    }

    private static Arbitrary<PartCap> caps() {
        var cap = Arbitraries.integers()
                .between(10, 60)
                .map(OptionalInt::of)
                .injectNull(0.3)
                .map(maybe -> maybe == null ? OptionalInt.empty() : maybe);
        return Combinators.combine(cap, cap, cap).as(PartCap::new);
    }

    @Property(tries = 500)
    void opensExactlyWhenThereIsRoom(
            @ForAll("paces") Pace pace,
            @ForAll("held") List<SimParts> held,
            @ForAll("left") List<Departed> left,
            @ForAll("sims") Optional<Integer> sim,
            @ForAll @IntRange(min = 1, max = 10) int parts) {
        var opens = new PaceUse(pace, held, left, NOW).opens(sim, parts);

        if (opens.isEmpty()) {
            var muchLater = NOW.plus(Duration.ofDays(3));
            assertThat(new PaceUse(pace, held, left, muchLater).room(sim)).isLessThan(parts);
            return;
        }
        assertThat(new PaceUse(pace, held, left, opens.get()).room(sim)).isGreaterThanOrEqualTo(parts);
        if (opens.get().isAfter(NOW)) {
            var justBefore = opens.get().minusNanos(1);
            assertThat(new PaceUse(pace, held, left, justBefore).room(sim)).isLessThan(parts);
        }
    }

    @Property(tries = 300)
    void hasNoMoreRoomForHoldingOrHavingSentMore(
            @ForAll("paces") Pace pace,
            @ForAll("held") List<SimParts> held,
            @ForAll("left") List<Departed> left,
            @ForAll("sims") Optional<Integer> sim) {
        var room = new PaceUse(pace, held, left, NOW).room(sim);

        assertThat(new PaceUse(pace, List.of(), left, NOW).room(sim)).isGreaterThanOrEqualTo(room);
        assertThat(new PaceUse(pace, held, List.of(), NOW).room(sim)).isGreaterThanOrEqualTo(room);
        assertThat(new PaceUse(pace.with(PartCap.NONE), held, left, NOW).room(DEVICE))
                .isEqualTo(PaceUse.NO_END);
    }
}
