package com.pulsesms.server;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A paired phone that does only what a test tells it to. */
record Phone(String device, Caller caller) {
    static final String HEARTBEAT = """
            {"battery": 81, "charging": true, "network": "WIFI", "canSend": true,
             "permissions": {"SEND_SMS": true}, "queue": {"accepted": 0, "sending": 0, "reports": 0},
             "sims": [{"slot": 0, "subscriptionId": 7, "carrier": "Yettel", "number": null}],
             "appVersion": "0.1.0", "reports": [%s]}
            """;

    private static final long PATIENCE_SECONDS = 90;

    static Phone pair(URI server, String code) throws Exception {
        var paired = pairing(server, code, UUID.randomUUID().toString()).json();
        return new Phone(paired.getString("deviceId"), new Caller(server, paired.getString("token")));
    }

    static Answer pairing(URI server, String code, String installation) throws Exception {
        return new Caller(server, "").post("gateway/pair", """
                {"code": "%s", "installationId": "%s", "sims": [],
                 "device": {"manufacturer": "Google", "model": "Pixel 4a", "androidVersion": "13",
                            "appVersion": "0.1.0"}}
                """.formatted(code, installation));
    }

    CompletableFuture<Answer> poll(int wait) {
        return caller.later("gateway/messages/claim", "{\"wait\": %d, \"max\": 50}".formatted(wait));
    }

    Answer claim() throws Exception {
        return poll(0).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    List<JsonObject> messages(CompletableFuture<Answer> poll) throws Exception {
        var answer = poll.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return answer.status() == 204
                ? List.of()
                : answer.json().getJsonArray("messages").getValuesAs(JsonObject.class);
    }

    Answer accept(String message, int claim) throws Exception {
        return caller.post(
                "gateway/messages/accept",
                "{\"messages\": [{\"id\": \"%s\", \"claim\": %d}]}".formatted(message, claim));
    }

    Answer heartbeat(String... reports) throws Exception {
        return caller.post("gateway/heartbeat", HEARTBEAT.formatted(String.join(", ", reports)));
    }

    /** What the phone tells of a message of one part. */
    static String report(long seq, String message, int claim, String status) {
        var parts = status.equals("RETURNED") ? 0 : 1;
        return """
                {"seq": %d, "id": "%s", "claim": %d, "status": "%s", "at": "2026-03-01T08:15:30.123Z",
                 "parts": %d, "code": null}
                """.formatted(seq, message, claim, status, parts);
    }
}
