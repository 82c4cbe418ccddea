package com.pulsesms.rest.gateway;

import com.pulsesms.core.device.Pace;
import com.pulsesms.core.device.PartCap;
import com.pulsesms.core.device.Sim;
import com.pulsesms.core.device.Span;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** Tells a phone how fast it may send. */
final class PaceWish {
    private PaceWish() {}

    /** @param sims those that are in the phone now: we speak of slots, and the phone of subscriptions */
    static JsonObjectBuilder of(Pace pace, List<Sim> sims) {
        var capped = Json.createArrayBuilder();
        sims.stream()
                .filter(sim -> !pace.sim(sim.slot()).unlimited())
                .forEach(sim -> capped.add(caps(pace.sim(sim.slot())).add("subscriptionId", sim.subscriptionId())));
        return caps(pace.device())
                .add("unlimited", pace.unlimited())
                .add("minGapMillis", pace.gap().toMillis())
                .add("sims", capped);
    }

    private static JsonObjectBuilder caps(PartCap cap) {
        var json = Json.createObjectBuilder();
        for (var span : Span.values()) {
            json.addNull(span.field());
            cap.of(span).ifPresent(parts -> json.add(span.field(), parts));
        }
        return json;
    }
}
