package com.pulsesms.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;

/** What the server answered. */
record Answer(String call, int status, HttpHeaders headers, String body) {
    static Answer of(HttpResponse<String> response) {
        var request = response.request();
        return new Answer(
                request.method() + " " + request.uri().getPath(),
                response.statusCode(),
                response.headers(),
                response.body());
    }

    /** Fails the test unless the server answered with this status. */
    Answer expecting(int expected) {
        assertThat(status).as("%s answers %s", call, body).isEqualTo(expected);
        return this;
    }

    /** Fails the test unless it is a well-formed problem with this status and code. */
    Answer refusing(int expected, String code) {
        expecting(expected);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(json().getInt("status")).isEqualTo(expected);
        assertThat(text("code")).isEqualTo(code);
        assertThat(text("detail")).isNotBlank();
        assertThat(text("requestId")).isEqualTo(header("X-Request-Id"));
        assertThat(body).doesNotContain("Exception");
        return this;
    }

    JsonObject json() {
        try (var reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    String text(String name) {
        return json().getString(name);
    }

    String id() {
        return text("id");
    }

    List<JsonObject> data() {
        return json().getJsonArray("data").getValuesAs(JsonObject.class);
    }

    /** The names of the fields that a problem tells of. */
    List<String> wrongFields() {
        return json().getJsonArray("errors").getValuesAs(JsonObject.class).stream()
                .map(error -> error.getString("field"))
                .toList();
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
