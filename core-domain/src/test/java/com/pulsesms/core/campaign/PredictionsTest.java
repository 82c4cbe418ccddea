package com.pulsesms.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.TestPulse;
import com.pulsesms.core.campaign.Prediction.Reason;
import com.pulsesms.core.device.ADevice;
import com.pulsesms.core.device.Pace;
import com.pulsesms.core.device.PartCap;
import com.pulsesms.core.device.Span;
import com.pulsesms.core.gateway.Phone;
import com.pulsesms.core.gateway.Report.Told;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.message.AMessage;
import com.pulsesms.core.message.Route;
import com.pulsesms.core.organization.Organizations;
import com.pulsesms.core.organization.QuietHours;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** When campaigns are predicted to finish, before they start and while they run. */
class PredictionsTest {
    private final TestPulse pulse = new TestPulse();
    private final Actor owner = pulse.owner();

    /** A phone that is there and can send. */
    private Phone phone(Pace pace) {
        var phone = Phone.paired(pulse.core(), owner, pace);
        beats(phone);
        return phone;
    }

    private void beats(Phone phone) {
        pulse.core()
                .devices()
                .heard(phone.device(), ADevice.well(), phone.device().sims(), "1.0");
    }

    private Prediction prediction(Campaign campaign) {
        var running = pulse.progress(owner, campaign).campaign();
        return pulse.core().predictions().of(owner, List.of(running)).get(campaign.id());
    }

    private Prediction preview(int contacts, Route route) {
        var preview = pulse.core().campaigns().preview(owner, "Hi {{name}}", List.of(pulse.list(owner, contacts)));
        return pulse.core().predictions().preview(owner, route, preview);
    }

    private Duration until(Prediction prediction) {
        return Duration.between(pulse.clock().instant(), prediction.finish().orElseThrow());
    }

    private static PartCap hourly(int parts) {
        return PartCap.NONE.with(Map.of(Span.HOUR, OptionalInt.of(parts)));
    }

    @Test
    void goByThePaceOfThePhonesThatAreThere() {
        phone(Pace.of(24));
        phone(Pace.of(24));

        assertThat(until(preview(48, Route.ANY))).isEqualTo(Duration.ofMinutes(1));
        assertThat(until(prediction(pulse.expanded(owner, 96)))).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void leaveQuietHoursOut() {
        phone(Pace.of(24));
        var campaign = pulse.expanded(owner, 48);
        var hour = LocalTime.ofInstant(pulse.clock().instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS);
        var open = pulse.clock().instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        assertThat(prediction(campaign).waitsUntil()).isEmpty();

        var quiet = Optional.of(new QuietHours(hour, hour.plusHours(1)));
        pulse.core().organizations().change(owner, Organizations.Change.NONE.quietDuring(quiet));

        assertThat(prediction(campaign).waitsUntil()).contains(open);
        assertThat(prediction(campaign).finish().orElseThrow())
                .isBetween(open.plus(Duration.ofMinutes(2)), open.plus(Duration.ofMinutes(3)));
    }

    @Test
    void sayThatNoDeviceCanSendNow() {
        var phone = Phone.paired(pulse.core(), owner, Pace.of(24));
        assertThat(preview(1, Route.ANY).reason()).contains(Reason.NO_DEVICE_CAN_SEND_NOW);

        beats(phone);
        assertThat(preview(1, Route.ANY).finish()).isPresent();

        pulse.clock().pass(Duration.ofSeconds(91));
        assertThat(preview(1, Route.ANY)).isEqualTo(Prediction.without(Reason.NO_DEVICE_CAN_SEND_NOW));
    }

    @Test
    void goByThePinnedDeviceAndSimOnly() {
        phone(Pace.of(600));
        var pinned = phone(Pace.of(24).with(1, hourly(10)));
        var device = Optional.of(pinned.device().id());

        assertThat(until(preview(48, new Route(device, Optional.empty())))).isEqualTo(Duration.ofMinutes(2));
        assertThat(until(preview(20, new Route(device, Optional.of(1)))))
                .isBetween(Duration.ofMinutes(60), Duration.ofMinutes(61));
        assertThat(preview(20, new Route(device, Optional.of(5))).reason()).contains(Reason.NO_DEVICE_CAN_SEND_NOW);
    }

    @Test
    void waitForWhatWasStartedBeforeAndForSingleMessages() {
        phone(Pace.of(24));
        var first = pulse.expanded(owner, 48);
        pulse.clock().pass(Duration.ofMillis(1));
        var second = pulse.expanded(owner, 24);

        assertThat(until(prediction(first))).isEqualTo(Duration.ofMinutes(2));
        assertThat(until(prediction(second))).isEqualTo(Duration.ofMinutes(3));
        assertThat(until(preview(24, Route.ANY))).isEqualTo(Duration.ofMinutes(4));

        AMessage.many(pulse.storage(), owner.organization(), 24);
        assertThat(until(preview(24, Route.ANY))).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void countTheHourThatHasBegun() {
        var phone = phone(Pace.UNLIMITED.with(hourly(50)));
        var campaign = pulse.expanded(owner, 80);
        phone.tellAll(phone.take(), Told.SENT);

        assertThat(pulse.progress(owner, campaign).counts().queued()).isEqualTo(30);
        assertThat(until(prediction(campaign))).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
    }

    @Test
    void comeTrueWhenThePhonesKeepUp() {
        var phone = phone(Pace.UNLIMITED.with(hourly(50)));
        var campaign = pulse.expanded(owner, 120);
        var predicted = prediction(campaign).finish().orElseThrow();

        while (pulse.progress(owner, campaign).counts().queued() > 0) {
            phone.tellAll(phone.take(), Told.SENT);
            pulse.clock().pass(Duration.ofSeconds(30));
        }

        assertThat(Duration.between(predicted, pulse.clock().instant()).abs()).isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void areAtOnceWithoutCapsUnlessItWasSlowerOfLate() {
        var phone = phone(Pace.UNLIMITED);
        assertThat(until(preview(1_000, Route.ANY))).isZero();

        AMessage.many(pulse.storage(), owner.organization(), 20);
        phone.tellAll(phone.take(), Told.SENT);
        pulse.clock().pass(Duration.ofMinutes(1));

        assertThat(until(preview(100, Route.ANY))).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void areNotKnownWhileMessagesAreBeingMade() {
        phone(Pace.of(24));
        var campaign = pulse.draft(owner, 5);
        pulse.core().campaigns().start(owner, campaign.id());

        assertThat(prediction(campaign)).isEqualTo(Prediction.without(Reason.MESSAGES_ARE_BEING_MADE));
    }

    @Test
    void lookNoFurtherThanNinetyDays() {
        phone(Pace.UNLIMITED.with(PartCap.NONE.with(Map.of(Span.DAY, OptionalInt.of(10)))));

        assertThat(preview(1_000, Route.ANY)).isEqualTo(Prediction.without(Reason.MORE_THAN_90_DAYS));
    }

    @Test
    void areOfCampaignsInProgressOfTheOwnOrganizationOnly() {
        phone(Pace.of(24));
        var draft = pulse.draft(owner, 1);
        var stranger = pulse.owner();
        var running = pulse.expanded(owner, 1);

        assertThat(pulse.core().predictions().of(owner, List.of(draft))).isEmpty();
        assertThat(pulse.core()
                        .predictions()
                        .of(stranger, List.of(pulse.progress(owner, running).campaign())))
                .isEmpty();
    }

    @Test
    void countThePartsOfLongTexts() {
        phone(Pace.of(10));
        var preview = pulse.core().campaigns().preview(owner, "a".repeat(300), List.of(pulse.list(owner, 20)));

        assertThat(until(pulse.core().predictions().preview(owner, Route.ANY, preview)))
                .isEqualTo(Duration.ofMinutes(4));
    }
}
