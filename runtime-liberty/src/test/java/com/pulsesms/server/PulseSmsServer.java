package com.pulsesms.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The packaged server in a process of its own, as an operator would run it. It has a free port and a folder for its data,
 * and keeps both when it is started again after {@link #stop} or {@link #kill}. Any number run at once, each in a folder
 * of its own.
 *
 * <pre>{@code
 * try (var server = PulseSmsServer.in(folder).with("PULSESMS_DB_URL", url)) {
 *     server.start();
 *     get(server.url().resolve("/api/me"));
 *     server.kill();
 *     server.start();
 * }
 * }</pre>
 */
public final class PulseSmsServer implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 300;

    private final Path data;
    private final int port;
    private final Map<String, String> environment = new HashMap<>();
    private ServerProcess process;

    private PulseSmsServer(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    /** A server, not started yet, that keeps its data and its logs in this folder. */
    public static PulseSmsServer in(Path folder) throws IOException {
        return new PulseSmsServer(folder.toAbsolutePath(), freePort());
    }

    /** Sets an environment variable for every later start. */
    public PulseSmsServer with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Returns when the server has said that it is ready. */
    public void start() throws IOException, InterruptedException {
        if (process != null) {
            throw new IllegalStateException("The server is running already");
        }
        Files.createDirectories(data);
        process = ServerProcess.start(environment(), data.resolve("console.log"));
        process.awaitLine("PulseSMS is ready at " + url(), PATIENCE_SECONDS);
    }

    /** Asks the server to end, as Ctrl-C does, and waits until it has. */
    public void stop() throws InterruptedException {
        if (process != null) {
            process.stop(PATIENCE_SECONDS);
            process = null;
        }
    }

    /** Ends the server at once, as a power cut does: nothing in it has a chance to finish. */
    public void kill() throws InterruptedException {
        process.kill();
        process = null;
    }

    /** Where the server answers; without a slash at the end. */
    public URI url() {
        return URI.create("http://localhost:" + port);
    }

    /** The folder of its data, which also has its logs. */
    public Path data() {
        return data;
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }

    private Map<String, String> environment() {
        var all = new HashMap<>(environment);
        all.putIfAbsent("PULSESMS_HTTP_HOST", "127.0.0.1");
        all.put("PULSESMS_HTTP_PORT", Integer.toString(port));
        all.put("PULSESMS_DATA", data.toString());
        all.put("WLP_OUTPUT_DIR", data.resolve("server").toString());
        return all;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
