package com.pulsesms.gateway.engine;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The protocol's JSON, one method each way. */
final class Wire {
    private Wire() {}

    static JsonObject pair(String code, DeviceInfo device, List<Sim> sims) {
        JsonObject info = new JsonObject()
                .add("manufacturer", device.manufacturer())
                .add("model", device.model())
                .add("androidVersion", device.androidVersion())
                .add("appVersion", device.appVersion());
        return new JsonObject()
                .add("code", code)
                .add("installationId", device.installationId())
                .add("device", info)
                .add("sims", sims(sims));
    }

    static Pairing pairing(String server, JsonObject json) {
        JsonObject organization = json.get("organization").asObject();
        return new Pairing(
                server,
                json.get("deviceId").asString(),
                json.get("token").asString(),
                organization.getString("id", ""),
                organization.getString("name", ""),
                json.getInt("heartbeatSeconds", 30),
                json.getInt("pollSeconds", 50));
    }

    static JsonObject claims(Collection<Claim> claims) {
        JsonArray array = new JsonArray();
        for (Claim claim : claims) {
            array.add(new JsonObject().add("id", claim.messageId()).add("claim", claim.number()));
        }
        return new JsonObject().add("messages", array);
    }

    static List<Message> messages(JsonObject json) {
        List<Message> messages = new ArrayList<Message>();
        for (JsonValue each : array(json, "messages")) {
            JsonObject message = each.asObject();
            messages.add(new Message(
                    claim(message),
                    message.get("to").asString(),
                    message.get("text").asString(),
                    integer(message, "sim"),
                    number(message, "sendWithinSeconds"),
                    yes(message, "laterAgain"),
                    yes(message, "deliveryReport")));
        }
        return messages;
    }

    static AcceptAnswer accepted(JsonObject json) {
        return new AcceptAnswer(claims(json, "accepted"), claims(json, "dropped"));
    }

    static JsonObject heartbeat(PhoneState phone, QueueCounts queue, List<Entry> reports) {
        JsonObject permissions = new JsonObject();
        for (Map.Entry<String, Boolean> each : phone.permissions().entrySet()) {
            permissions.add(each.getKey(), each.getValue());
        }
        return new JsonObject()
                .add("battery", phone.battery() == null ? Json.NULL : Json.value(phone.battery()))
                .add("charging", phone.charging() == null ? Json.NULL : Json.value(phone.charging()))
                .add("network", Json.value(phone.network()))
                .add("canSend", phone.canSend())
                .add("permissions", permissions)
                .add("sims", sims(phone.sims()))
                .add("queue", queue(queue))
                .add("appVersion", phone.appVersion())
                .add("reports", reports(reports));
    }

    private static JsonObject queue(QueueCounts queue) {
        return new JsonObject()
                .add("accepted", queue.accepted())
                .add("sending", queue.sending())
                .add("reports", queue.reports());
    }

    private static JsonArray reports(List<Entry> entries) {
        JsonArray array = new JsonArray();
        for (Entry entry : entries) {
            Report report = entry.report();
            array.add(new JsonObject()
                    .add("seq", report.seq())
                    .add("id", entry.claim().messageId())
                    .add("claim", entry.claim().number())
                    .add("status", report.status().name())
                    .add("at", WireTime.format(report.atMillis()))
                    .add("parts", report.parts())
                    .add("code", Json.value(report.code()))
                    .add("sim", sim(entry.departure())));
        }
        return array;
    }

    private static JsonValue sim(Departure departure) {
        boolean known = departure != null && departure.sim() != Turn.DEFAULT_SIM;
        return known ? Json.value(departure.sim()) : Json.NULL;
    }

    static HeartbeatAnswer heartbeatAnswer(JsonObject json) {
        List<Long> settled = new ArrayList<Long>();
        for (JsonValue seq : array(json, "confirmed")) {
            settled.add(seq.asLong());
        }
        for (JsonValue rejected : array(json, "rejected")) {
            settled.add(rejected.asObject().get("seq").asLong());
        }
        JsonValue pace = json.get("pace");
        String serverTime = text(json, "serverTime");
        return new HeartbeatAnswer(
                settled,
                claims(json, "cancel"),
                claims(json, "return"),
                pace == null || pace.isNull() ? null : pace.toString(),
                yes(json, "paused"),
                yes(json, "unpaired"),
                serverTime == null ? null : WireTime.parse(serverTime));
    }

    static Pace pace(JsonObject json) {
        Map<Integer, PartCap> sims = new HashMap<Integer, PartCap>();
        for (JsonValue sim : array(json, "sims")) {
            sims.put(sim.asObject().get("subscriptionId").asInt(), cap(sim.asObject()));
        }
        Integer gap = integer(json, "minGapMillis");
        return new Pace(yes(json, "unlimited"), gap == null ? 0 : gap, cap(json), sims);
    }

    private static PartCap cap(JsonObject json) {
        return new PartCap(
                integer(json, "partsPerMinute"), integer(json, "partsPerHour"), integer(json, "partsPerDay"));
    }

    private static JsonArray sims(List<Sim> sims) {
        JsonArray array = new JsonArray();
        for (Sim sim : sims) {
            array.add(new JsonObject()
                    .add("slot", sim.slot())
                    .add("subscriptionId", sim.subscriptionId())
                    .add("carrier", Json.value(sim.carrier()))
                    .add("number", Json.value(sim.number())));
        }
        return array;
    }

    private static List<Claim> claims(JsonObject json, String name) {
        List<Claim> claims = new ArrayList<Claim>();
        for (JsonValue each : array(json, name)) {
            claims.add(claim(each.asObject()));
        }
        return claims;
    }

    private static Claim claim(JsonObject json) {
        return new Claim(json.get("id").asString(), json.get("claim").asInt());
    }

    private static JsonArray array(JsonObject json, String name) {
        JsonValue value = json.get(name);
        return value == null || value.isNull() ? new JsonArray() : value.asArray();
    }

    private static String text(JsonObject json, String name) {
        JsonValue value = json.get(name);
        return value == null || value.isNull() ? null : value.asString();
    }

    private static boolean yes(JsonObject json, String name) {
        JsonValue value = json.get(name);
        return value != null && value.isTrue();
    }

    private static Integer integer(JsonObject json, String name) {
        JsonValue value = json.get(name);
        return value == null || value.isNull() ? null : Integer.valueOf(value.asInt());
    }

    private static Long number(JsonObject json, String name) {
        JsonValue value = json.get(name);
        return value == null || value.isNull() ? null : Long.valueOf(value.asLong());
    }
}
