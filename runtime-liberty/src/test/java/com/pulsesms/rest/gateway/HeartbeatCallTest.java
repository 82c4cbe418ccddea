package com.pulsesms.rest.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.device.ADevice;
import com.pulsesms.core.device.Pace;
import com.pulsesms.core.device.PartCap;
import com.pulsesms.core.device.Span;
import com.pulsesms.core.gateway.CalledBack;
import com.pulsesms.core.gateway.Claim;
import com.pulsesms.core.gateway.HandOver;
import com.pulsesms.core.gateway.Recall;
import com.pulsesms.core.gateway.Report;
import com.pulsesms.core.kernel.FieldError;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Sample;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class HeartbeatCallTest {
    private static final Instant NOW = Sample.NOW;
    private static final String ID = "0190b6f0-0000-7000-8000-000000000001";

    @Test
    void readsWhatAPhoneTellsOfItself() {
        var told = read(heartbeat()).told();

        assertThat(told.vitals().battery()).hasValue(81);
        assertThat(told.vitals().charging()).isTrue();
        assertThat(told.vitals().network()).hasValue("WIFI");
        assertThat(told.vitals().permissions()).containsEntry("SEND_SMS", true);
        assertThat(told.vitals().queued()).isEqualTo(12);
        assertThat(told.sims()).hasSize(1);
        assertThat(told.sims().get(0).number()).isEmpty();
        assertThat(told.appVersion()).isEqualTo("0.1.0");
    }

    @Test
    void readsReports() {
        var call = read(with(heartbeat(), "reports", reports(report())));

        assertThat(call.senseless()).isEmpty();
        assertThat(call.reports()).hasSize(1);
        assertThat(call.reports().get(0).told()).isEqualTo(Report.Told.SENT);
        assertThat(call.reports().get(0).at()).isEqualTo(Instant.parse("2026-03-01T08:15:30.123Z"));
        assertThat(call.reports().get(0).code()).isEmpty();
    }

    @Test
    void toleratesFieldsOfNewerApps() {
        assertThat(read(with(heartbeat(), "temperature", Json.createValue(36)))
                        .told()
                        .appVersion())
                .isEqualTo("0.1.0");
    }

    @Test
    void takesNullForWhatAPhoneDoesNotKnow() {
        var told = read(with(with(heartbeat(), "battery", JsonValue.NULL), "network", JsonValue.NULL))
                .told();

        assertThat(told.vitals().battery()).isEmpty();
        assertThat(told.vitals().network()).isEmpty();
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        var wrong = with(
                with(with(heartbeat(), "battery", Json.createValue(101)), "canSend", Json.createValue("yes")),
                "queue",
                with(heartbeat().getJsonObject("queue"), "sending", Json.createValue(-1)));

        assertThatThrownBy(() -> read(wrong))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        invalid -> assertThat(invalid.errors())
                                .extracting(FieldError::field)
                                .contains("battery", "canSend", "queue.sending"));
    }

    @Test
    void turnsDownAReportThatMakesNoSenseAndTakesTheOthers() {
        var senseless = with(with(report(), "seq", Json.createValue(42)), "status", Json.createValue("LOST"));

        var call = read(with(heartbeat(), "reports", reports(senseless, report())));

        assertThat(call.senseless()).containsExactly(42L);
        assertThat(call.reports()).extracting(Report::seq).containsExactly(41L);
    }

    @Test
    void refusesAReportThatCanNotBeNamed() {
        var nameless = with(report(), "seq", JsonValue.NULL);

        assertThatThrownBy(() -> read(with(heartbeat(), "reports", reports(report(), nameless))))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        invalid -> assertThat(invalid.errors())
                                .extracting(FieldError::field)
                                .containsExactly("reports[1].seq"));
    }

    @Test
    void refusesMoreReportsThanAHeartbeatMayCarry() {
        var many = reports(Collections.nCopies(501, report()).toArray(JsonObject[]::new));

        assertThatThrownBy(() -> read(with(heartbeat(), "reports", many))).isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void believesAReportOfAPhoneWhoseClockWasNeverSet() {
        var in1970 = with(report(), "at", Json.createValue("1970-01-01T00:01:00.000Z"));

        var call = read(with(heartbeat(), "reports", reports(in1970)));

        assertThat(call.reports()).extracting(Report::at).isEqualTo(List.of(NOW));
    }

    @Test
    void readsThroughWhichOfItsSimsAPhoneSent() {
        var through = with(report(), "sim", Json.createValue(1));
        var unknown = with(report(), "sim", Json.createValue(-1));

        var call = read(with(heartbeat(), "reports", reports(through, unknown, report())));

        assertThat(call.reports())
                .extracting(Report::sim)
                .containsExactly(Optional.of(0), Optional.empty(), Optional.empty());
    }

    @Test
    void tellsAPhoneTheCapsOfItselfAndOfTheSimsThatAreInIt() {
        var hourly = PartCap.NONE.with(Map.of(Span.HOUR, OptionalInt.of(100)));
        var device = ADevice.paired(new OrganizationId(Sample.id()))
                .paced(new Pace(PartCap.perMinute(24), Map.of(0, hourly, 1, hourly)));

        var pace = read(heartbeat())
                .answer(device, new HandOver.Heard(List.of(), List.of()), List.of(), NOW)
                .getJsonObject("pace");

        assertThat(pace).isEqualTo(json("""
                {"unlimited": false, "partsPerMinute": 24, "partsPerHour": null, "partsPerDay": null,
                 "minGapMillis": 2500, "sims": [
                   {"subscriptionId": 1, "partsPerMinute": null, "partsPerHour": 100, "partsPerDay": null}]}
                """));
    }

    @Test
    void tellsAPhoneWithoutCapsThatItIsUnlimited() {
        var device = ADevice.paired(new OrganizationId(Sample.id())).paced(Pace.UNLIMITED);

        var pace = read(heartbeat())
                .answer(device, new HandOver.Heard(List.of(), List.of()), List.of(), NOW)
                .getJsonObject("pace");

        assertThat(pace.getBoolean("unlimited")).isTrue();
        assertThat(pace.isNull("partsPerMinute")).isTrue();
        assertThat(pace.getInt("minGapMillis")).isZero();
    }

    @Test
    void asksBackWhatIsCanceledApartFromWhatIsToWait() {
        var canceled = new Claim(new MessageId(Sample.id()), 1);
        var held = new Claim(new MessageId(Sample.id()), 2);
        var heard = new HandOver.Heard(List.of(), List.of());

        var answer = read(heartbeat())
                .answer(
                        ADevice.paired(new OrganizationId(Sample.id())),
                        heard,
                        List.of(new CalledBack(canceled, Recall.CANCEL), new CalledBack(held, Recall.RETURN)),
                        NOW);

        assertThat(answer.getJsonArray("cancel")).containsExactly(pair(canceled));
        assertThat(answer.getJsonArray("return")).containsExactly(pair(held));
    }

    private static JsonObject pair(Claim claim) {
        return Json.createObjectBuilder()
                .add("id", claim.message().toString())
                .add("claim", claim.number())
                .build();
    }

    private static HeartbeatCall read(JsonObject json) {
        return HeartbeatCall.read(Fields.of(json), NOW);
    }

    private static JsonObject heartbeat() {
        return json("""
                {"battery": 81, "charging": true, "network": "WIFI", "canSend": true,
                 "permissions": {"SEND_SMS": true, "POST_NOTIFICATIONS": false},
                 "sims": [{"slot": 0, "subscriptionId": 1, "carrier": "Yettel", "number": null}],
                 "queue": {"accepted": 12, "sending": 1, "reports": 3}, "appVersion": "0.1.0", "reports": []}
                """);
    }

    private static JsonObject report() {
        return json("""
                {"seq": 41, "id": "%s", "claim": 1, "status": "SENT", "at": "2026-03-01T08:15:30.123Z",
                 "parts": 1, "code": null}
                """.formatted(ID));
    }

    private static JsonValue reports(JsonObject... reports) {
        var array = Json.createArrayBuilder();
        List.of(reports).forEach(array::add);
        return array.build();
    }

    private static JsonObject with(JsonObject json, String name, JsonValue value) {
        return Json.createObjectBuilder(json).add(name, value).build();
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
