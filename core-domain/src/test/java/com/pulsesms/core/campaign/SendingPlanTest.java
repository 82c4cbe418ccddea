package com.pulsesms.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.campaign.SendingTimes.Open;
import com.pulsesms.core.device.PartCap;
import com.pulsesms.core.device.Span;
import com.pulsesms.core.kernel.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SendingPlanTest {
    private static final Instant NOW = Sample.NOW;

    private static Capacity capped(Span span, int parts) {
        return Capacity.of(PartCap.NONE.with(Map.of(span, OptionalInt.of(parts))));
    }

    private static Duration after(long parts, Capacity... capacities) {
        var finish = new SendingPlan(List.of(capacities), SendingTimes.always(), NOW).finish(parts);
        return Duration.between(NOW, finish.orElseThrow());
    }

    @Test
    void spreadsWhatLeavesOverTheMinute() {
        assertThat(after(12, capped(Span.MINUTE, 24))).isEqualTo(Duration.ofSeconds(30));
        assertThat(after(24 * 10, capped(Span.MINUTE, 24))).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void addsUpWhatDevicesSend() {
        assertThat(after(24 * 10, capped(Span.MINUTE, 24), capped(Span.MINUTE, 24)))
                .isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void waitsForTheNextHourAndTheNextDay() {
        assertThat(after(101, capped(Span.HOUR, 100))).isBetween(Duration.ofMinutes(60), Duration.ofMinutes(61));
        assertThat(after(1_001, capped(Span.DAY, 500)))
                .isBetween(Duration.ofHours(48), Duration.ofMinutes(48 * 60 + 1));
    }

    @Test
    void isDoneAtOnceWithoutAnyLimit() {
        assertThat(after(1_000_000, Capacity.of(PartCap.NONE))).isZero();
        assertThat(after(0, capped(Span.DAY, 10))).isZero();
    }

    @Test
    void goesByWhatWasMeasuredWhereNothingIsCapped() {
        var slow = new Capacity(List.of(new Capacity.Limit(PartCap.NONE, List.of())), OptionalInt.of(15));

        assertThat(after(150, slow)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void keepsToTheCapsOfTheSimThatMustBeUsed() {
        var hourly = new Capacity.Limit(PartCap.NONE.with(Map.of(Span.HOUR, OptionalInt.of(10))), List.of());
        var both = new Capacity(
                List.of(new Capacity.Limit(PartCap.perMinute(24), List.of()), hourly), OptionalInt.empty());

        assertThat(after(25, both)).isBetween(Duration.ofHours(2), Duration.ofMinutes(121));
    }

    @Test
    void pausesAsTheOrganizationDoes() {
        var evening = NOW.plus(Duration.ofMinutes(5));
        var morning = NOW.plus(Duration.ofHours(10));
        SendingTimes quiet = at -> at.isBefore(evening)
                ? new Open(at, Optional.of(evening))
                : new Open(at.isBefore(morning) ? morning : at, Optional.empty());

        var finish = new SendingPlan(List.of(capped(Span.MINUTE, 24)), quiet, NOW).finish(24 * 8);
        assertThat(finish).contains(morning.plus(Duration.ofMinutes(3)));

        var endless = new SendingPlan(List.of(Capacity.of(PartCap.NONE)), quiet, evening).finish(1);
        assertThat(endless).contains(morning);
    }

    @Test
    void isNotKnownWithoutADeviceOrBeyondNinetyDays() {
        assertThat(new SendingPlan(List.of(), SendingTimes.always(), NOW).finish(1))
                .isEmpty();
        assertThat(new SendingPlan(List.of(capped(Span.DAY, 10)), SendingTimes.always(), NOW).finish(901))
                .isEmpty();
        assertThat(new SendingPlan(List.of(capped(Span.DAY, 10)), SendingTimes.always(), NOW).finish(900))
                .isPresent();
    }

    @Test
    void endsWhereSendingNeverOpensAgain() {
        SendingTimes never = at -> new Open(Instant.MAX, Optional.empty());

        assertThat(new SendingPlan(List.of(capped(Span.MINUTE, 24)), never, NOW).finish(1))
                .isEmpty();
        assertThat(new SendingPlan(List.of(Capacity.of(PartCap.NONE)), never, NOW).finish(1))
                .isEmpty();
    }
}
