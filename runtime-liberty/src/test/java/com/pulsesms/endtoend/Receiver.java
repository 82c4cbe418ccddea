package com.pulsesms.endtoend;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A program of somebody's that is told what happens. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Manner manner = exchange -> 200;

    /** What came in, with the names of its headers in lower case. */
    record Request(Map<String, String> headers, String body) {
        String id() {
            return headers.get("webhook-id");
        }

        JsonObject json() {
            return Json.parse(body).asObject();
        }

        String type() {
            return json().getString("type", "");
        }

        JsonObject data() {
            return json().get("data").asObject();
        }
    }

    /** How it behaves. */
    @FunctionalInterface
    interface Manner {
        /** @return the status to answer */
        int of(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private Receiver(HttpServer server) {
        this.server = server;
    }

    static Receiver start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var receiver = new Receiver(server);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "receiver");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", receiver::take);
        server.start();
        return receiver;
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(),
                        header -> header.getValue().get(0)));
        requests.add(new Request(headers, body));
        try {
            exchange.sendResponseHeaders(manner.of(exchange), -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    Receiver behaving(Manner given) {
        manner = given;
        return this;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/events");
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    List<Request> requests(String type) {
        return requests.stream().filter(request -> request.type().equals(type)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
