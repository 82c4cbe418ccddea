package com.pulsesms.endtoend;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;

/** A real PostgreSQL, as durable as servers are set up. */
public record Postgres(EmbeddedPostgres server) implements AutoCloseable {
    public static Postgres start() throws IOException {
        return new Postgres(EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .setServerConfig("max_connections", "200")
                .start());
    }

    public Map<String, String> environment() {
        return Map.of(
                "PULSESMS_DB_URL", "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres",
                "PULSESMS_DB_USER", "postgres",
                "PULSESMS_DB_PASSWORD", "postgres");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
