package com.pulsesms.webhook.http;

import com.pulsesms.core.webhook.WebhookUrl;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A receiver that breaks rules: it reads a request's head, and then does whatever it is told to with the connection. */
final class RawReceiver implements AutoCloseable {
    private final ServerSocket server;
    private final AtomicInteger connections = new AtomicInteger();

    /** What it does. */
    @FunctionalInterface
    interface Behaviour {
        void with(Socket connection) throws IOException, InterruptedException;
    }

    RawReceiver(Behaviour behaviour) {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(() -> accept(behaviour));
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "receiver");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept(Behaviour behaviour) {
        while (!server.isClosed()) {
            try {
                var connection = server.accept();
                connections.incrementAndGet();
                daemon(() -> serve(connection, behaviour));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void serve(Socket connection, Behaviour behaviour) {
        try (connection) {
            var head =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
            String line;
            do {
                line = head.readLine();
            } while (line != null && !line.isEmpty());
            behaviour.with(connection);
        } catch (IOException | InterruptedException gone) {
            // The other side had enough.
        }
    }

    static void write(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        connection.getOutputStream().flush();
    }

    WebhookUrl url() {
        return WebhookUrl.parse("http://127.0.0.1:" + server.getLocalPort() + "/");
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
