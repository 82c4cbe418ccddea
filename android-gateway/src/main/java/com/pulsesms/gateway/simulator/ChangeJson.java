package com.pulsesms.gateway.simulator;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.pulsesms.gateway.engine.Change;
import com.pulsesms.gateway.engine.Claim;
import com.pulsesms.gateway.engine.Departure;
import com.pulsesms.gateway.engine.Entry;
import com.pulsesms.gateway.engine.EntryJson;
import java.util.Map;

/** How a change looks in the journal. */
final class ChangeJson {
    private ChangeJson() {}

    static String of(Change change) {
        JsonArray puts = new JsonArray();
        for (Entry entry : change.puts()) {
            puts.add(EntryJson.toJson(entry));
        }
        JsonArray deletes = new JsonArray();
        for (Claim claim : change.deletes()) {
            deletes.add(new JsonObject().add("id", claim.messageId()).add("claim", claim.number()));
        }
        JsonObject settings = new JsonObject();
        for (Map.Entry<String, String> each : change.settings().entrySet()) {
            settings.add(each.getKey(), each.getValue());
        }
        JsonArray departures = new JsonArray();
        for (Departure departure : change.departures()) {
            departures.add(EntryJson.toJson(departure));
        }
        return new JsonObject()
                .add("puts", puts)
                .add("deletes", deletes)
                .add("settings", settings)
                .add("departures", departures)
                .add("forgetDeparturesBefore", change.forgetDeparturesBefore())
                .add("forgetClosedBefore", change.forgetClosedBefore())
                .toString();
    }

    static Change parse(String line) {
        JsonObject json = Json.parse(line).asObject();
        Change change = new Change();
        for (JsonValue entry : json.get("puts").asArray()) {
            change.put(EntryJson.fromJson(entry.asObject()));
        }
        for (JsonValue claim : json.get("deletes").asArray()) {
            change.delete(new Claim(
                    claim.asObject().get("id").asString(),
                    claim.asObject().get("claim").asInt()));
        }
        for (JsonObject.Member setting : json.get("settings").asObject()) {
            change.setting(setting.getName(), setting.getValue().asString());
        }
        for (JsonValue departure : json.get("departures").asArray()) {
            change.departed(EntryJson.departure(departure.asObject()));
        }
        return change.forgetDeparturesBefore(json.get("forgetDeparturesBefore").asLong())
                .forgetClosedBefore(json.get("forgetClosedBefore").asLong());
    }
}
