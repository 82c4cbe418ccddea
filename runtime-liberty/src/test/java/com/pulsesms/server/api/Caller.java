package com.pulsesms.server.api;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody who calls the API; the headers tell who. */
final class Caller {
    static final String JSON = "application/json";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private final Map<String, String> headers;

    private Caller(Map<String, String> headers) {
        this.headers = headers;
    }

    static Caller stranger() {
        return new Caller(Map.of());
    }

    /** A program, or a phone, with its token. */
    static Caller withToken(String token) {
        return stranger().with("Authorization", "Bearer " + token);
    }

    Caller with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Caller(more);
    }

    Answer get(String path) {
        return send("GET", path, "", BodyPublishers.noBody());
    }

    Answer delete(String path) {
        return send("DELETE", path, "", BodyPublishers.noBody());
    }

    Answer post(String path, JsonObject body) {
        return call("POST", path, body.toString());
    }

    /** A POST that needs no more than its address. */
    Answer post(String path) {
        return send("POST", path, "", BodyPublishers.noBody());
    }

    Answer put(String path, JsonObject body) {
        return call("PUT", path, body.toString());
    }

    Answer patch(String path, JsonObject body) {
        return call("PATCH", path, body.toString());
    }

    Answer call(String method, String path, String json) {
        return send(method, path, JSON, BodyPublishers.ofString(json));
    }

    Answer send(String method, String path, String type, BodyPublisher body) {
        var request =
                HttpRequest.newBuilder(uri(path)).timeout(Duration.ofMinutes(2)).method(method, body);
        headers.forEach(request::header);
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        try {
            return Answer.of(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(method + " " + path + " got no answer", e);
        }
    }

    /** Listens to a stream of events. */
    Watcher watch(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri(path)).header("Accept", "text/event-stream");
        headers.forEach(request::header);
        return new Watcher(HTTP.send(request.build(), BodyHandlers.ofLines()).body());
    }

    private static URI uri(String path) {
        return SharedServer.url().resolve(path);
    }
}
