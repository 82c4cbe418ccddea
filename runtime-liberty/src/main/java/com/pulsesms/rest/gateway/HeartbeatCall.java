package com.pulsesms.rest.gateway;

import com.pulsesms.core.device.Device;
import com.pulsesms.core.device.Sim;
import com.pulsesms.core.device.Vitals;
import com.pulsesms.core.gateway.CalledBack;
import com.pulsesms.core.gateway.HandOver;
import com.pulsesms.core.gateway.Recall;
import com.pulsesms.core.gateway.Report;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads and answers {@code POST /heartbeat}.
 *
 * @param reports what the phone tells of messages
 * @param senseless the seqs of reports that make no sense
 */
record HeartbeatCall(Presence.Told told, List<Report> reports, List<Long> senseless) {
    private static final DateTimeFormatter SERVER_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final String REPORT_INVALID = "report_invalid";
    private static final int MOST_PERMISSIONS = 50;
    private static final int MOST_PARTS = 255;
    private static final int LONGEST = 100;
    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_TIME = 40;

    /** Phones whose clock was never set live in 1970; what happened there has still happened. */
    private static final Instant CLOCK_NOT_SET = Instant.parse("2020-01-01T00:00:00Z");

    static HeartbeatCall read(Fields fields, Instant now) {
        var told = new Presence.Told(vitals(fields), PairCall.sims(fields), fields.text("appVersion", LONGEST));
        var reports = new ArrayList<Report>();
        var senseless = new ArrayList<Long>();
        fields.objects("reports", HandOver.REPORT_LIMIT, report -> {
            var seq = report.number("seq", 1, Long.MAX_VALUE);
            report(seq, report.apart(), now, told.sims()).ifPresentOrElse(reports::add, () -> senseless.add(seq));
            return seq;
        });
        fields.check();
        return new HeartbeatCall(told, reports, senseless);
    }

    private static Vitals vitals(Fields fields) {
        var queue = fields.object("queue");
        return new Vitals(
                fields.optionalInteger("battery", 0, 100),
                fields.optionalFlag("charging").orElse(false),
                fields.optionalText("network", LONGEST),
                fields.flag("canSend"),
                permissions(fields),
                queue.integer("accepted", 0, Integer.MAX_VALUE),
                queue.integer("sending", 0, Integer.MAX_VALUE),
                queue.integer("reports", 0, Integer.MAX_VALUE));
    }

    private static Map<String, Boolean> permissions(Fields fields) {
        var permissions = fields.object("permissions");
        return permissions.names(MOST_PERMISSIONS).stream()
                .filter(name -> name.length() <= LONGEST)
                .collect(Collectors.toMap(name -> name.replace('\0', ' '), permissions::flag, (a, b) -> b));
    }

    /** A report that makes no sense does not spoil the others. */
    private static Optional<Report> report(long seq, Fields fields, Instant now, List<Sim> sims) {
        var claim = AcceptCall.claim(fields);
        var status = told(fields.text("status", LONGEST));
        var at = time(fields.text("at", LONGEST_TIME)).map(time -> time.isBefore(CLOCK_NOT_SET) ? now : time);
        var parts = fields.integer("parts", 0, MOST_PARTS);
        var code = fields.optionalText("code", LONGEST_CODE);
        var sim = fields.optionalInteger("sim", Integer.MIN_VALUE, Integer.MAX_VALUE)
                .flatMap(subscription -> slot(sims, subscription));
        return fields.fine() && status.isPresent() && at.isPresent()
                ? Optional.of(new Report(seq, claim, status.get(), at.get(), parts, code, sim))
                : Optional.empty();
    }

    private static Optional<Integer> slot(List<Sim> sims, int subscription) {
        return sims.stream()
                .filter(sim -> sim.subscriptionId() == subscription)
                .map(Sim::slot)
                .findFirst();
    }

    private static Optional<Report.Told> told(String status) {
        return Stream.of(Report.Told.values())
                .filter(told -> told.name().equals(status))
                .findFirst();
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    JsonObject answer(Device device, HandOver.Heard heard, List<CalledBack> calledBack, Instant now) {
        var confirmed = Json.createArrayBuilder();
        heard.confirmed().forEach(confirmed::add);
        var rejected = Json.createArrayBuilder();
        senseless.forEach(seq -> rejected.add(rejection(seq, REPORT_INVALID)));
        heard.rejected().forEach(one -> rejected.add(rejection(one.seq(), one.code())));
        return Json.createObjectBuilder()
                .add("confirmed", confirmed)
                .add("rejected", rejected)
                .add("cancel", claims(calledBack, Recall.CANCEL))
                .add("return", claims(calledBack, Recall.RETURN))
                .add("pace", PaceWish.of(device.pace(), told.sims()))
                .add("paused", false)
                .add("unpaired", device.removed())
                .add("serverTime", SERVER_TIME.format(now))
                .build();
    }

    private static JsonArrayBuilder claims(List<CalledBack> calledBack, Recall recall) {
        var claims = Json.createArrayBuilder();
        calledBack.stream()
                .filter(one -> one.recall() == recall)
                .forEach(one -> claims.add(Json.createObjectBuilder()
                        .add("id", one.claim().message().toString())
                        .add("claim", one.claim().number())));
        return claims;
    }

    private static JsonObjectBuilder rejection(long seq, String code) {
        return Json.createObjectBuilder().add("seq", seq).add("code", code);
    }
}
