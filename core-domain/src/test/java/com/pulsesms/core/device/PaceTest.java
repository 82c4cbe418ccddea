package com.pulsesms.core.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.TestPulse;
import com.pulsesms.core.gateway.Phone;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaceTest {
    private final TestPulse pulse = new TestPulse();
    private final Actor owner = pulse.owner();
    private final Phone phone = Phone.paired(pulse.core(), owner, Pace.DEFAULT);

    private Pace changed(Map<Span, OptionalInt> device, Map<Integer, Map<Span, OptionalInt>> sims) {
        var change = new Devices.Change(Optional.empty(), device, sims);
        return pulse.core().devices().change(owner, phone.device().id(), change).pace();
    }

    private static Map<Span, OptionalInt> cap(Span span, int parts) {
        return Map.of(span, OptionalInt.of(parts));
    }

    @Test
    void isTwentyFourPartsAMinuteEvenlySpreadUnlessSaidOtherwise() {
        assertThat(phone.device().pace()).isEqualTo(Pace.of(24));
        assertThat(Pace.DEFAULT.gap()).isEqualTo(Duration.ofMillis(2_500));
        assertThat(Pace.UNLIMITED.gap()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "MINUTE,-1",
        "MINUTE,0",
        "MINUTE,9",
        "MINUTE,601",
        "HOUR,9",
        "HOUR,36001",
        "DAY,9",
        "DAY,864001",
    })
    void isNeverTooSlowForTheLongestTextNorBeyondReason(Span span, int parts) {
        assertThatThrownBy(() -> PartCap.NONE.with(cap(span, parts)))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refused -> assertThat(refused.errors())
                                .extracting(error -> error.field())
                                .containsExactly(span.field()));
    }

    @ParameterizedTest
    @EnumSource(Span.class)
    void hasCapsThatAreSetAndTakenAwayOneByOne(Span span) {
        var other = span == Span.DAY ? Span.HOUR : Span.DAY;
        changed(cap(other, 50), Map.of());

        assertThat(changed(cap(span, 10), Map.of()).device().of(span)).hasValue(10);
        assertThat(changed(Map.of(span, OptionalInt.empty()), Map.of()).device().of(span))
                .isEmpty();
        assertThat(phone.device().pace().device().of(other)).hasValue(50);
    }

    @Test
    void isUnlimitedWhereNothingIsCapped() {
        assertThat(Pace.UNLIMITED.unlimited()).isTrue();
        assertThat(Pace.DEFAULT.unlimited()).isFalse();
        assertThat(Pace.UNLIMITED.with(0, PartCap.perMinute(10)).unlimited()).isFalse();
        assertThat(Pace.UNLIMITED.with(0, PartCap.NONE)).isEqualTo(Pace.UNLIMITED);
    }

    @Test
    void capsSimsByThemselves() {
        var pace = changed(Map.of(), Map.of(1, cap(Span.HOUR, 100)));

        assertThat(pace.sim(1)).isEqualTo(PartCap.NONE.with(cap(Span.HOUR, 100)));
        assertThat(pace.sim(0)).isEqualTo(PartCap.NONE);
        assertThat(pace.device()).isEqualTo(PartCap.perMinute(24));
        assertThat(changed(Map.of(), Map.of(1, PartCap.NONE.all()))).isEqualTo(Pace.DEFAULT);
    }

    @Test
    void isRefusedForASimThatTheDeviceHasNot() {
        assertThatThrownBy(() -> changed(Map.of(), Map.of(2, cap(Span.HOUR, 100))))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void staysWithASimThatIsOutOfThePhoneForAWhile() {
        changed(Map.of(), Map.of(1, cap(Span.HOUR, 100)));
        pulse.core().devices().heard(phone.device(), Vitals.UNKNOWN, List.of(), "1.0");

        assertThat(changed(Map.of(), Map.of(1, cap(Span.DAY, 500))).sim(1))
                .isEqualTo(new PartCap(OptionalInt.empty(), OptionalInt.of(100), OptionalInt.of(500)));
    }
}
