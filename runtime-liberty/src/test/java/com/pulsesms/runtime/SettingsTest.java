package com.pulsesms.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.billing.Plan;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void allowEverythingUnlessAPlanIsNamed() {
        assertThat(Settings.plan(Optional.empty())).isEqualTo(Plan.ENTERPRISE);
        assertThat(Settings.plan(Optional.of("free"))).isEqualTo(Plan.FREE);
        assertThat(Settings.plan(Optional.of("Pro"))).isEqualTo(Plan.PRO);
    }

    @Test
    void sayWhichPlansThereAreWhenAnotherIsNamed() {
        assertThatThrownBy(() -> Settings.plan(Optional.of("gold")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("PULSESMS_PLAN must be free, pro or enterprise, but is gold");
    }

    @Test
    void takesTrueAndFalseForWhatIsEitherSo() {
        assertThat(Settings.flag("SOME_FLAG", Optional.of("TRUE"))).isTrue();
        assertThat(Settings.flag("SOME_FLAG", Optional.of("false"))).isFalse();
        assertThat(Settings.flag("SOME_FLAG", Optional.empty())).isFalse();
        assertThatThrownBy(() -> Settings.flag("SOME_FLAG", Optional.of("maybe")))
                .hasMessage("SOME_FLAG must be true or false, but is maybe");
    }

    @Test
    void limitRequestsGenerouslyUnlessSaidOtherwise() {
        assertThat(Settings.rateLimit(Optional.empty())).isEqualTo(3_000);
        assertThat(Settings.rateLimit(Optional.of(" 60 "))).isEqualTo(60);
        assertThat(Settings.rateLimit(Optional.of("0"))).isZero();
        for (var wrong : new String[] {"-1", "many"}) {
            assertThatThrownBy(() -> Settings.rateLimit(Optional.of(wrong)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("PULSESMS_RATE_LIMIT");
        }
    }
}
