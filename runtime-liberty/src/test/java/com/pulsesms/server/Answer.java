package com.pulsesms.server;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpHeaders;

/** What the server answered. */
record Answer(int status, HttpHeaders headers, String body) {
    JsonObject json() {
        try (var reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    String contentType() {
        return headers.firstValue("Content-Type").orElse("");
    }

    /** The code of a problem document. */
    String code() {
        return json().getString("code");
    }
}
