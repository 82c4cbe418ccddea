package com.pulsesms.persistence.device;

import com.pulsesms.core.device.PartCap;
import com.pulsesms.core.device.Span;
import com.pulsesms.persistence.Json;
import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The caps of a device's SIMs as JSON text. */
final class SimCapsJson {
    private SimCapsJson() {}

    static String of(Map<Integer, PartCap> caps) {
        var array = Json.JSON.createArrayBuilder();
        new TreeMap<>(caps).forEach((slot, cap) -> {
            var object = Json.JSON.createObjectBuilder().add("slot", slot);
            cap.all().forEach((span, parts) -> parts.ifPresent(some -> object.add(span.field(), some)));
            array.add(object);
        });
        return array.build().toString();
    }

    static Map<Integer, PartCap> toCaps(String json) {
        return Json.array(json).getValuesAs(JsonObject.class).stream()
                .collect(Collectors.toMap(object -> object.getInt("slot"), SimCapsJson::toCap));
    }

    private static PartCap toCap(JsonObject object) {
        return PartCap.NONE.with(Arrays.stream(Span.values())
                .filter(span -> object.containsKey(span.field()))
                .collect(Collectors.toMap(span -> span, span -> OptionalInt.of(object.getInt(span.field())))));
    }
}
