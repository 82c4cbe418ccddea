package com.pulsesms.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class PaceLawsTest {
    @Property(tries = 200)
    void neverLetsMorePartsLeaveInAnyWindowThanItMay(
            @ForAll @IntRange(min = 10, max = 30) int perMinute,
            @ForAll @IntRange(min = 10, max = 120) int perHour,
            @ForAll @LongRange(min = 0, max = 5_000) long gap,
            @ForAll long seed) {
        Pace pace = new Pace(
                false,
                gap,
                new PartCap(perMinute, perHour, null),
                Collections.singletonMap(1, new PartCap(10, null, null)));
        Random random = new Random(seed);
        List<Departure> left = new ArrayList<>();
        Moment now = new Moment(1_700_000_000_000L, 0, "boot");
        PaceWindow window = new PaceWindow(left, now);

        for (int i = 0; i < 300; i++) {
            int parts = 1 + random.nextInt(10);
            int sim = 1 + random.nextInt(2);
            long wait = Math.max(window.waitForPhone(pace, parts, now), window.waitForSim(pace, sim, parts, now));
            if (wait == 0) {
                Departure departure = new Departure(now, parts, sim);
                window.add(departure, now);
                left.add(departure);
            }
            now = now.plus(random.nextBoolean() ? Math.min(wait, 90_000) : random.nextInt(4_000));
            if (random.nextInt(40) == 0) {
                // Another process, on what was kept; sometimes another boot.
                now = random.nextBoolean() ? now : new Moment(now.wallMillis(), 100, "boot-" + i);
                window = new PaceWindow(left, now);
            }
        }

        assertKept(left, PaceWindow.MINUTE, perMinute, 0);
        assertKept(left, PaceWindow.HOUR, perHour, 0);
        assertKept(left, PaceWindow.MINUTE, 10, 1);
        for (int i = 1; i < left.size(); i++) {
            assertThat(left.get(i).at().wallMillis() - left.get(i - 1).at().wallMillis())
                    .isGreaterThanOrEqualTo(gap);
        }
    }

    private static void assertKept(List<Departure> left, long window, int cap, int sim) {
        for (Departure first : left) {
            long start = first.at().wallMillis();
            int parts = left.stream()
                    .filter(d -> sim == 0 || d.sim() == sim)
                    .filter(d -> d.at().wallMillis() >= start && d.at().wallMillis() < start + window)
                    .mapToInt(Departure::parts)
                    .sum();
            assertThat(parts).isLessThanOrEqualTo(cap);
        }
    }

    @Property(tries = 300)
    void saysExactlyHowLongToWait(@ForAll @IntRange(min = 1, max = 10) int parts, @ForAll long seed) {
        Random random = new Random(seed);
        Pace pace = new Pace(false, 2_500, new PartCap(24, 60, 200), Collections.<Integer, PartCap>emptyMap());
        Moment now = new Moment(1_700_000_000_000L, 0, "boot");
        PaceWindow window = new PaceWindow(Collections.<Departure>emptyList(), now);
        for (int i = 0; i < 60; i++) {
            int some = 1 + random.nextInt(10);
            if (window.waitForPhone(pace, some, now) == 0) {
                window.add(new Departure(now, some, 1), now);
            }
            now = now.plus(random.nextInt(20_000));
        }

        long wait = window.waitForPhone(pace, parts, now);

        assertThat(window.waitForPhone(pace, parts, now.plus(wait))).isZero();
        if (wait > 0) {
            assertThat(window.waitForPhone(pace, parts, now.plus(wait - 1))).isEqualTo(1);
        }
    }
}
