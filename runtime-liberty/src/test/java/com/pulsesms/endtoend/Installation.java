package com.pulsesms.endtoend;

import com.pulsesms.server.PulseSmsServer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.stream.Stream;

/** Which database and which broker a server runs on. */
enum Installation {
    H2_WITH_EMBEDDED_BROKER(false, false),
    POSTGRESQL_WITH_EXTERNAL_BROKER(true, true),
    H2_WITH_EXTERNAL_BROKER(false, true),
    POSTGRESQL_WITH_EMBEDDED_BROKER(true, false);

    private final boolean postgres;
    private final boolean externalBroker;

    Installation(boolean postgres, boolean externalBroker) {
        this.postgres = postgres;
        this.externalBroker = externalBroker;
    }

    /** Each database and each broker once; all combinations in the full run. */
    static Stream<Installation> tried() {
        return Boolean.getBoolean("pulsesms.full") ? Stream.of(values()) : databases();
    }

    static Stream<Installation> databases() {
        return Stream.of(H2_WITH_EMBEDDED_BROKER, POSTGRESQL_WITH_EXTERNAL_BROKER);
    }

    /** Starts the server and what it needs beside itself. */
    Running start(Path folder) throws Exception {
        var parts = new ArrayDeque<AutoCloseable>();
        var server = PulseSmsServer.in(folder.resolve("server"));
        var running = new Running(server, parts);
        try {
            if (postgres) {
                var database = Postgres.start();
                parts.push(database);
                tell(server, database.environment());
            }
            if (externalBroker) {
                var broker = Broker.start(folder.resolve("broker"));
                parts.push(broker);
                tell(server, broker.environment());
            }
            parts.push(server);
            server.start();
            return running;
        } catch (Exception e) {
            running.close();
            throw e;
        }
    }

    private static void tell(PulseSmsServer server, Map<String, String> environment) {
        environment.forEach(server::with);
    }

    /** A server with its database and broker; closing it ends the server first. */
    record Running(PulseSmsServer server, Deque<AutoCloseable> parts) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            while (!parts.isEmpty()) {
                parts.pop().close();
            }
        }
    }
}
