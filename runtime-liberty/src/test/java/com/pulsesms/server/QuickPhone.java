package com.pulsesms.server;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** A phone without a pace whose texts leave and arrive at once: it works as fast as the server lets it. */
record QuickPhone(BenchServer bench, Phone phone) implements Callable<Integer> {
    /** Until nothing waits any more; tells how many messages it had. */
    @Override
    public Integer call() throws Exception {
        var sent = 0;
        for (var messages = claim(); !messages.isEmpty(); messages = claim()) {
            post("gateway/messages/accept", "{\"messages\": [" + claims(messages) + "]}");
            report(messages, "SENT");
            report(messages, "DELIVERED");
            sent += messages.size();
        }
        return sent;
    }

    private List<JsonObject> claim() throws Exception {
        var answer = post("gateway/messages/claim", "{\"wait\": 0, \"max\": 50}");
        return answer.status() == 204
                ? List.of()
                : answer.json().getJsonArray("messages").getValuesAs(JsonObject.class);
    }

    private void report(List<JsonObject> messages, String status) throws Exception {
        var reports = messages.stream()
                .map(message -> Phone.report(1, message.getString("id"), message.getInt("claim"), status))
                .collect(Collectors.joining(", "));
        post("gateway/heartbeat", Phone.HEARTBEAT.formatted(reports));
    }

    private static String claims(List<JsonObject> messages) {
        return messages.stream()
                .map(message ->
                        "{\"id\": \"%s\", \"claim\": %d}".formatted(message.getString("id"), message.getInt("claim")))
                .collect(Collectors.joining(", "));
    }

    private Answer post(String path, String json) throws Exception {
        var answer = bench.post(phone.caller().token(), path, json);
        if (answer.status() >= 300) {
            throw new IllegalStateException(path + ": " + answer.status() + " " + answer.body());
        }
        return answer;
    }
}
