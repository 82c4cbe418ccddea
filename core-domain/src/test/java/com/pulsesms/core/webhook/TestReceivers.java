package com.pulsesms.core.webhook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Other systems for tests: they answer as told, and remember what they got. */
public final class TestReceivers implements Receivers {
    private final List<Request> requests = new ArrayList<>();
    private Supplier<Answer> answer = () -> status(200);

    /** What was posted. */
    public record Request(WebhookUrl url, Map<String, String> headers, String body) {
        public String id() {
            return headers.get(Signatures.ID);
        }
    }

    public static Answer status(int status) {
        return Answer.of(status, "HTTP/1.1 " + status, Duration.ofMillis(5));
    }

    public void answer(int status) {
        answer(() -> status(status));
    }

    public void answer(Supplier<Answer> given) {
        answer = given;
    }

    @Override
    public Answer post(WebhookUrl url, Map<String, String> headers, String body) {
        requests.add(new Request(url, headers, body));
        return answer.get();
    }

    /** Those since the last look. */
    public List<Request> requests() {
        var since = List.copyOf(requests);
        requests.clear();
        return since;
    }
}
