package com.pulsesms.server;

import com.pulsesms.endtoend.Postgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** A packaged server with the settings that an operator gets, on a PostgreSQL as durable as servers are set up. */
record BenchServer(Postgres postgres, PulseSmsServer server, HttpClient http) implements AutoCloseable {
    static BenchServer start(Path folder) throws Exception {
        var postgres = Postgres.start();
        var server = PulseSmsServer.in(folder).with("JVM_ARGS", "");
        postgres.environment().forEach(server::with);
        server.start();
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new BenchServer(postgres, server, http);
    }

    URI url() {
        return server.url();
    }

    Connection connection() throws SQLException {
        return postgres.server().getPostgresDatabase().getConnection();
    }

    Answer post(String token, String path, String json) throws Exception {
        return answer(http.send(request(token, path, json), BodyHandlers.ofString()));
    }

    HttpRequest request(String token, String path, String json) {
        return HttpRequest.newBuilder(url().resolve("/api/" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
    }

    static Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** A phone that may send as fast as it can. */
    Phone unpaced(Workspace shop) throws Exception {
        var phone = shop.pair();
        var change = HttpRequest.newBuilder(url().resolve("/api/devices/" + phone.device()))
                .header("Authorization", "Bearer " + shop.program().token())
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{\"pace\": {\"unlimited\": true}}"))
                .build();
        var status = http.send(change, BodyHandlers.discarding()).statusCode();
        if (status >= 300) {
            throw new IllegalStateException("The pace was not taken: " + status);
        }
        return phone;
    }

    @Override
    public void close() throws Exception {
        server.close();
        postgres.close();
    }
}
