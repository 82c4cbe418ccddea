package com.pulsesms.server.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** A phone as the API of the phones knows it. */
record PairedPhone(String id, Caller caller) {
    /** Asks for messages, and does not wait. */
    Answer claim() {
        return caller.post(
                "/api/gateway/messages/claim",
                Json.createObjectBuilder().add("wait", 0).add("max", 50).build());
    }

    Answer accept(String message, long claim) {
        var messages = Json.createArrayBuilder().add(named(message, claim));
        return caller.post(
                "/api/gateway/messages/accept",
                Json.createObjectBuilder().add("messages", messages).build());
    }

    /** A heartbeat that says of a message that it was sent. */
    Answer reportSent(String message, long claim) {
        return report(named(message, claim).add("status", "SENT").add("parts", 1));
    }

    /** A heartbeat that says of a message that it failed for want of a network. */
    Answer reportFailed(String message, long claim) {
        return report(
                named(message, claim).add("status", "FAILED").add("parts", 0).add("code", "RESULT_ERROR_NO_SERVICE"));
    }

    /** A heartbeat that gives a message back. */
    Answer reportReturned(String message, long claim, String code) {
        return report(
                named(message, claim).add("status", "RETURNED").add("parts", 0).add("code", code));
    }

    /** A heartbeat that says that nobody knows whether a message left. */
    Answer reportUnknown(String message, long claim) {
        return report(
                named(message, claim).add("status", "UNKNOWN").add("parts", 0).add("code", "NO_RESULT"));
    }

    /** A heartbeat without reports. */
    Answer heartbeat() {
        return caller.post("/api/gateway/heartbeat", heartbeat(Json.createArrayBuilder()));
    }

    private Answer report(JsonObjectBuilder told) {
        var report = told.add("seq", 1).add("at", "2026-03-01T08:15:30.123Z");
        return caller.post(
                "/api/gateway/heartbeat", heartbeat(Json.createArrayBuilder().add(report)));
    }

    private static JsonObject heartbeat(JsonArrayBuilder reports) {
        var queue =
                Json.createObjectBuilder().add("accepted", 0).add("sending", 0).add("reports", 1);
        return Json.createObjectBuilder()
                .add("canSend", true)
                .add("permissions", Json.createObjectBuilder())
                .add("sims", Json.createArrayBuilder())
                .add("queue", queue)
                .add("appVersion", "0.1.0")
                .add("reports", reports)
                .build();
    }

    static JsonObjectBuilder named(String message, long claim) {
        return Json.createObjectBuilder().add("id", message).add("claim", claim);
    }
}
