package com.pulsesms.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.pulsesms.gateway.engine.ModelServer.Sms;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Whatever the server hands over or wants back, however the radio fails and the process dies: the engine never tries to
 * send more parts in a minute, an hour or a day than its caps, nor through a SIM than the caps of that.
 */
class EnginePaceLawsTest {
    private enum Kind {
        ADD,
        ADD_PINNED,
        SECONDS,
        MINUTES,
        HOURS,
        WANT_BACK,
        RADIO_FAILS,
        RADIO_WORKS,
        RESTART,
        REBOOT,
        CHOOSE_SIMS
    }

    static final class PaceStep {
        final Kind kind;
        final int pick;

        PaceStep(Kind kind, int pick) {
            this.kind = kind;
            this.pick = pick;
        }

        @Override
        public String toString() {
            return kind + " " + pick;
        }
    }

    @Provide
    Arbitrary<List<PaceStep>> steps() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(6, Kind.ADD),
                Tuple.of(3, Kind.ADD_PINNED),
                Tuple.of(8, Kind.SECONDS),
                Tuple.of(4, Kind.MINUTES),
                Tuple.of(2, Kind.HOURS),
                Tuple.of(1, Kind.WANT_BACK),
                Tuple.of(1, Kind.RADIO_FAILS),
                Tuple.of(2, Kind.RADIO_WORKS),
                Tuple.of(2, Kind.RESTART),
                Tuple.of(1, Kind.REBOOT),
                Tuple.of(1, Kind.CHOOSE_SIMS));
        return Combinators.combine(kinds, Arbitraries.integers().between(1, 30))
                .as(PaceStep::new)
                .list()
                .ofMaxSize(80);
    }

    @Provide
    Arbitrary<String> paces() {
        return Combinators.combine(cap(), cap(), cap())
                .as((phone, one, two) -> phone.add("unlimited", false)
                        .add("minGapMillis", 0)
                        .add(
                                "sims",
                                new JsonArray()
                                        .add(one.add("subscriptionId", 1))
                                        .add(two.add("subscriptionId", 2)))
                        .toString());
    }

    private static Arbitrary<JsonObject> cap() {
        return Combinators.combine(parts(30), parts(60), parts(120))
                .as((minute, hour, day) -> new JsonObject()
                        .add("partsPerMinute", minute)
                        .add("partsPerHour", hour)
                        .add("partsPerDay", day));
    }

    private static Arbitrary<JsonValue> parts(int most) {
        return Arbitraries.integers().between(4, most).map(n -> n < 10 ? Json.NULL : Json.value(n));
    }

    @Property(tries = 150)
    void noSpanHoldsMorePartsThanItsCap(@ForAll("paces") String pace, @ForAll("steps") List<PaceStep> steps) {
        Bench bench = new Bench();
        bench.twoSims();
        bench.server.pace(pace);
        bench.round();
        for (PaceStep step : steps) {
            take(step, bench);
            bench.round();
        }

        Pace kept = Wire.pace(Json.parse(pace).asObject());
        assertKept(bench.tries, kept.phone());
        for (int sim = 1; sim <= 2; sim++) {
            int used = sim;
            assertKept(
                    bench.tries.stream().filter(one -> one.sim() == used).collect(Collectors.toList()), kept.sim(sim));
        }
    }

    private static void take(PaceStep step, Bench bench) {
        switch (step.kind) {
            case ADD:
                add(bench, step.pick);
                break;
            case ADD_PINNED:
                for (Sms sms : add(bench, step.pick)) {
                    sms.sim = 1 + step.pick % 2;
                }
                break;
            case SECONDS:
                bench.pass(step.pick * 1_013L);
                break;
            case MINUTES:
                bench.pass(step.pick * 59_900L);
                break;
            case HOURS:
                bench.pass(step.pick * 3_599_000L);
                break;
            case WANT_BACK:
                bench.server.all().stream().limit(step.pick).forEach(bench.server::wantBack);
                break;
            case RADIO_FAILS:
                bench.radioSays = step.pick % 2 == 0 ? "RESULT_ERROR_NO_SERVICE" : "RESULT_ERROR_LIMIT_EXCEEDED";
                break;
            case RADIO_WORKS:
                bench.radioSays = Bench.OK;
                break;
            case RESTART:
                bench.restart();
                break;
            case REBOOT:
                bench.reboot();
                break;
            default:
                bench.chosen = step.pick % 2 == 0 ? List.of(1, 2) : List.of(1 + step.pick % 3 % 2);
        }
    }

    private static List<Sms> add(Bench bench, int count) {
        List<Sms> added = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            added.add(bench.server.add("x".repeat(1 + 160 * (i * count % 10))));
        }
        return added;
    }

    private static void assertKept(List<Departure> tries, PartCap cap) {
        assertKept(tries, PaceWindow.MINUTE, cap.partsPerMinute());
        assertKept(tries, PaceWindow.HOUR, cap.partsPerHour());
        assertKept(tries, PaceWindow.DAY, cap.partsPerDay());
    }

    private static void assertKept(List<Departure> tries, long window, Integer cap) {
        for (int last = 0; cap != null && last < tries.size(); last++) {
            long begin = tries.get(last).at().wallMillis() - window;
            int parts = tries.subList(0, last + 1).stream()
                    .filter(one -> one.at().wallMillis() > begin)
                    .mapToInt(Departure::parts)
                    .sum();
            assertThat(parts).as("of %s in %s ms", cap, window).isLessThanOrEqualTo(cap);
        }
    }
}
