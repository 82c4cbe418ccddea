package com.pulsesms.rest.gateway;

import com.pulsesms.core.device.Hardware;
import com.pulsesms.core.device.Pairing;
import com.pulsesms.core.device.Sim;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;

/** Reads and answers {@code POST /pair}. */
final class PairCall {
    static final int HEARTBEAT_SECONDS = 30;
    static final int POLL_SECONDS = 50;

    private static final int MOST_SIMS = 8;
    private static final int HIGHEST_SLOT = 31;
    private static final int LONGEST = 100;

    private PairCall() {}

    static Pairing.Request read(Fields fields) {
        var code = fields.text("code", LONGEST);
        var installation = fields.text("installationId", LONGEST);
        var hardware = hardware(fields.object("device"));
        var sims = sims(fields);
        fields.check();
        return new Pairing.Request(code, installation, hardware, sims);
    }

    private static Hardware hardware(Fields device) {
        return new Hardware(
                device.text("manufacturer", LONGEST),
                device.text("model", LONGEST),
                device.text("androidVersion", LONGEST),
                device.text("appVersion", LONGEST));
    }

    static List<Sim> sims(Fields fields) {
        return fields.objects(
                "sims",
                MOST_SIMS,
                sim -> new Sim(
                        sim.integer("slot", 0, HIGHEST_SLOT),
                        sim.integer("subscriptionId", Integer.MIN_VALUE, Integer.MAX_VALUE),
                        sim.optionalText("carrier", LONGEST).orElse(""),
                        sim.optionalText("number", LONGEST)));
    }

    static JsonObject answer(Pairing.Paired paired) {
        return Json.createObjectBuilder()
                .add("deviceId", paired.device().id().toString())
                .add("token", paired.token().text())
                .add(
                        "organization",
                        Json.createObjectBuilder()
                                .add("id", paired.organization().id().toString())
                                .add("name", paired.organization().name()))
                .add("heartbeatSeconds", HEARTBEAT_SECONDS)
                .add("pollSeconds", POLL_SECONDS)
                .build();
    }
}
