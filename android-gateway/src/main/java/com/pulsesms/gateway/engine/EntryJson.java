package com.pulsesms.gateway.engine;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;

/** How an entry and a departure look on disk, the same in each durable outbox. */
public final class EntryJson {
    private EntryJson() {}

    public static String of(Entry entry) {
        return toJson(entry).toString();
    }

    public static Entry parse(String json) {
        return fromJson(Json.parse(json).asObject());
    }

    public static JsonObject toJson(Entry entry) {
        Message message = entry.message();
        JsonObject json = new JsonObject()
                .add("id", message.claim().messageId())
                .add("claim", message.claim().number())
                .add("to", message.to())
                .add("text", message.text())
                .add("deliveryReport", message.deliveryReport())
                .add("order", entry.order())
                .add("arrived", toJson(entry.arrived()))
                .add("state", entry.state().name())
                .add("attempt", entry.attempt())
                .add("failures", entry.failures());
        if (message.sim() != null) {
            json.add("sim", message.sim());
        }
        if (message.sendWithinSeconds() != null) {
            json.add("sendWithinSeconds", message.sendWithinSeconds());
        }
        if (message.laterAgain()) {
            json.add("laterAgain", true);
        }
        if (entry.notBefore() != null) {
            json.add("notBefore", toJson(entry.notBefore()));
        }
        if (entry.departure() != null) {
            json.add("departure", toJson(entry.departure()));
        }
        if (entry.tally() != null) {
            json.add("tally", entry.tally().toString());
        }
        if (entry.status() != null) {
            json.add("status", entry.status().name());
        }
        if (entry.code() != null) {
            json.add("code", entry.code());
        }
        if (entry.report() != null) {
            json.add("report", toJson(entry.report()));
        }
        return json;
    }

    public static Entry fromJson(JsonObject json) {
        JsonValue sim = json.get("sim");
        JsonValue within = json.get("sendWithinSeconds");
        Message message = new Message(
                new Claim(json.getString("id", ""), json.getInt("claim", 0)),
                json.getString("to", ""),
                json.getString("text", ""),
                sim == null ? null : Integer.valueOf(sim.asInt()),
                within == null ? null : Long.valueOf(within.asLong()),
                json.getBoolean("laterAgain", false),
                json.getBoolean("deliveryReport", false));
        JsonValue notBefore = json.get("notBefore");
        JsonValue departure = json.get("departure");
        String tally = json.getString("tally", null);
        String status = json.getString("status", null);
        JsonValue report = json.get("report");
        return new Entry.Draft(message, json.getLong("order", 0), moment(json.get("arrived")))
                .state(EntryState.valueOf(json.getString("state", "")))
                .attempt(json.getInt("attempt", 0))
                .failures(json.getInt("failures", 0))
                .notBefore(notBefore == null ? null : moment(notBefore))
                .departure(departure == null ? null : departure(departure.asObject()))
                .tally(tally == null ? null : Tally.parse(tally))
                .status(status == null ? null : Status.valueOf(status))
                .code(json.getString("code", null))
                .report(report == null ? null : report(report.asObject()))
                .entry();
    }

    public static JsonObject toJson(Departure departure) {
        return new JsonObject()
                .add("at", toJson(departure.at()))
                .add("parts", departure.parts())
                .add("sim", departure.sim());
    }

    public static Departure departure(JsonObject json) {
        return new Departure(moment(json.get("at")), json.getInt("parts", 1), json.getInt("sim", 0));
    }

    private static JsonValue toJson(Moment moment) {
        return Json.array()
                .asArray()
                .add(moment.wallMillis())
                .add(moment.elapsedMillis())
                .add(moment.boot());
    }

    private static Moment moment(JsonValue json) {
        return new Moment(
                json.asArray().get(0).asLong(),
                json.asArray().get(1).asLong(),
                json.asArray().get(2).asString());
    }

    private static JsonObject toJson(Report report) {
        JsonObject json = new JsonObject()
                .add("seq", report.seq())
                .add("status", report.status().name())
                .add("at", report.atMillis())
                .add("parts", report.parts());
        return report.code() == null ? json : json.add("code", report.code());
    }

    private static Report report(JsonObject json) {
        return new Report(
                json.getLong("seq", 0),
                Status.valueOf(json.getString("status", "")),
                json.getLong("at", 0),
                json.getInt("parts", 0),
                json.getString("code", null));
    }
}
