package com.pulsesms.persistence.device;

import com.pulsesms.core.device.Vitals;
import com.pulsesms.persistence.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The vital signs of a device as JSON text. */
final class VitalsJson {
    private VitalsJson() {}

    static String of(Vitals vitals) {
        var permissions = Json.JSON.createObjectBuilder();
        vitals.permissions().forEach(permissions::add);
        var object = Json.JSON
                .createObjectBuilder()
                .add("charging", vitals.charging())
                .add("canSend", vitals.canSend())
                .add("permissions", permissions)
                .add("queued", vitals.queued())
                .add("sending", vitals.sending())
                .add("reports", vitals.reports());
        vitals.battery().ifPresent(battery -> object.add("battery", battery));
        vitals.network().ifPresent(network -> object.add("network", network));
        return object.build().toString();
    }

    static Vitals toVitals(String json) {
        var object = Json.object(json);
        return new Vitals(
                Optional.ofNullable(object.getJsonNumber("battery")).map(JsonNumber::intValue),
                object.getBoolean("charging"),
                Optional.ofNullable(object.getString("network", null)),
                object.getBoolean("canSend"),
                permissions(object.getJsonObject("permissions")),
                object.getInt("queued"),
                object.getInt("sending"),
                object.getInt("reports"));
    }

    private static Map<String, Boolean> permissions(JsonObject object) {
        return object.keySet().stream().collect(Collectors.toMap(name -> name, object::getBoolean));
    }
}
