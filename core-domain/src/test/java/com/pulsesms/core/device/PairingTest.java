package com.pulsesms.core.device;

import static com.pulsesms.core.gateway.Phone.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.TestPulse;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Refusal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PairingTest {
    private final TestPulse pulse = new TestPulse();
    private final Pairing pairing = pulse.core().pairing();
    private final Actor owner = pulse.owner();

    private String code() {
        return pairing.offer(owner).code();
    }

    private Pairing.Paired pair(String code, String installation) {
        return pairing.pair(request(code, installation));
    }

    @Test
    void bringsAPhoneToTheOrganizationThatOfferedTheCode() {
        var paired = pair(code(), "phone-1");

        assertThat(paired.organization().id()).isEqualTo(owner.organization());
        assertThat(paired.device().name()).isEqualTo("Fairphone 5");
        assertThat(paired.device().pace()).isEqualTo(Pace.DEFAULT);
        assertThat(pulse.core().devices().page(owner, PageRequest.first()).items())
                .containsExactly(paired.device());
        assertThat(pulse.core().devices().authenticate(paired.token())).isEqualTo(paired.device());
    }

    @Test
    void understandsACodeAsPeopleTypeIt() {
        var code = code();
        var typed =
                code.substring(0, 4).toLowerCase(Locale.ROOT) + " - " + code.substring(4, 8) + "-" + code.substring(8);

        assertThat(pair(typed, "phone-1").device()).isNotNull();
    }

    @Test
    void refusesACodeThatNeverWas() {
        assertThatThrownBy(() -> pair("ABCDEFGHJKMN", "phone-1"))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refused -> assertThat(refused.code()).isEqualTo("pairing_code_invalid"));
    }

    @Test
    void refusesACodeAfterTenMinutes() {
        var offer = pairing.offer(owner);
        assertThat(offer.expiresAt()).isEqualTo(pulse.clock().instant().plus(Duration.ofMinutes(10)));

        pulse.clock().set(offer.expiresAt());

        assertThatThrownBy(() -> pair(offer.code(), "phone-1"))
                .isInstanceOfSatisfying(
                        Refusal.Gone.class,
                        refused -> assertThat(refused.code()).isEqualTo("pairing_code_expired"));
    }

    @Test
    void takesACodeUntilItsLastMoment() {
        var offer = pairing.offer(owner);

        pulse.clock().set(offer.expiresAt().minusMillis(1));

        assertThat(pair(offer.code(), "phone-1").device()).isNotNull();
    }

    @Test
    void refusesACodeThatAnotherPhoneUsed() {
        var code = code();
        pair(code, "phone-1");

        assertThatThrownBy(() -> pair(code, "phone-2"))
                .isInstanceOfSatisfying(
                        Refusal.Conflict.class,
                        refused -> assertThat(refused.code()).isEqualTo("pairing_code_used"));
        assertThat(pulse.core().devices().page(owner, PageRequest.first()).items())
                .hasSize(1);
    }

    @Test
    void givesAPhoneWhoseAnswerWasLostAFreshToken() {
        var code = code();
        var lost = pair(code, "phone-1");

        var again = pair(code, "phone-1");

        assertThat(again.device().id()).isEqualTo(lost.device().id());
        assertThat(again.token()).isNotEqualTo(lost.token());
        assertThat(pulse.core().devices().authenticate(again.token()).id())
                .isEqualTo(lost.device().id());
        assertThatThrownBy(() -> pulse.core().devices().authenticate(lost.token()))
                .isInstanceOfSatisfying(
                        Refusal.Unauthenticated.class,
                        refused -> assertThat(refused.code()).isEqualTo("device_token_invalid"));
    }

    @Test
    void keepsTheDeviceAndItsSettingsWhenTheSameInstallationPairsAgain() {
        var first = pair(code(), "phone-1").device();
        var named =
                new Devices.Change(Optional.of("Kitchen"), Pace.of(12).device().all(), Map.of());
        pulse.core().devices().change(owner, first.id(), named);

        var again = pair(code(), "phone-1").device();

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.name()).isEqualTo("Kitchen");
        assertThat(again.pace()).isEqualTo(Pace.of(12));
    }

    @Test
    void bringsARemovedDeviceBack() {
        var first = pair(code(), "phone-1").device();
        pulse.core().deviceRemoval().remove(owner, first.id());

        var again = pair(code(), "phone-1");

        assertThat(again.device().id()).isEqualTo(first.id());
        assertThat(again.device().removed()).isFalse();
        assertThat(pulse.core().handOver().claim(again.device(), 1)).isEmpty();
    }

    @Test
    void makesAnotherDeviceOfTheSamePhoneInAnotherOrganization() {
        var other = pulse.owner();
        var mine = pair(code(), "phone-1");

        var theirs = pair(pairing.offer(other).code(), "phone-1");

        assertThat(theirs.device().id()).isNotEqualTo(mine.device().id());
        assertThat(theirs.organization().id()).isEqualTo(other.organization());
        assertThat(pulse.core().devices().authenticate(mine.token()).organization())
                .isEqualTo(owner.organization());
        assertThat(pulse.core().devices().authenticate(theirs.token()).organization())
                .isEqualTo(other.organization());
    }

    @Test
    void refusesAPhoneWithoutAnInstallation() {
        assertThatThrownBy(() -> pair(code(), " "))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refused ->
                                assertThat(refused.errors()).extracting("field").containsExactly("installationId"));
        assertThatThrownBy(() -> pair(code(), "x".repeat(101))).isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void offersCodesThatAreHardToMistype() {
        assertThat(code()).matches("[0-9A-HJKMNP-TV-Z]{12}").isNotEqualTo(code());
    }

    @Test
    void forgetsCodesADayAfterTheyExpired() {
        var code = code();

        pulse.clock().pass(Duration.ofDays(1).plus(PairingCode.LIFE).plusSeconds(1));
        code();

        assertThatThrownBy(() -> pair(code, "phone-1")).isInstanceOf(Refusal.Invalid.class);
    }
}
