package com.pulsesms.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Calls the server's API with one token, or with none if that is empty. */
record Caller(URI server, String token) {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    Answer get(String path) throws Exception {
        return now(request(path).GET());
    }

    Answer delete(String path) throws Exception {
        return now(request(path).DELETE());
    }

    Answer post(String path, String json) throws Exception {
        return later(path, json).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    Answer post(String path, String type, String body) throws Exception {
        return now(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    Answer patch(String path, String json) throws Exception {
        return now(request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(json)));
    }

    /** Does not wait for the answer. */
    CompletableFuture<Answer> later(String path, String json) {
        var request = request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return CLIENT.sendAsync(request, BodyHandlers.ofString()).thenApply(Caller::answer);
    }

    private static Answer now(HttpRequest.Builder request) throws Exception {
        return answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(server.resolve("/api/" + path)).timeout(PATIENCE);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }
}
