package com.pulsesms.persistence.device;

import com.pulsesms.core.device.Sim;
import com.pulsesms.persistence.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** The SIMs of a device as JSON text. */
final class SimsJson {
    private SimsJson() {}

    static String of(List<Sim> sims) {
        var array = Json.JSON.createArrayBuilder();
        for (var sim : sims) {
            var object = Json.JSON
                    .createObjectBuilder()
                    .add("slot", sim.slot())
                    .add("subscriptionId", sim.subscriptionId())
                    .add("carrier", sim.carrier());
            sim.number().ifPresent(number -> object.add("number", number));
            array.add(object);
        }
        return array.build().toString();
    }

    static List<Sim> toSims(String json) {
        return Json.array(json).getValuesAs(SimsJson::toSim);
    }

    private static Sim toSim(JsonObject object) {
        return new Sim(
                object.getInt("slot"),
                object.getInt("subscriptionId"),
                object.getString("carrier"),
                Optional.ofNullable(object.getString("number", null)));
    }
}
