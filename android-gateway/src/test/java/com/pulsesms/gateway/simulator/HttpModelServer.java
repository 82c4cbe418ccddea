package com.pulsesms.gateway.simulator;

import com.pulsesms.gateway.engine.HttpAnswer;
import com.pulsesms.gateway.engine.ModelServer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The model server behind a real socket, on a network as bad as asked for. */
public final class HttpModelServer implements Closeable {
    static {
        // Without it each answer waits 40 ms for the other side's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private enum Fault {
        NONE,
        REFUSED_BEFORE,
        ANSWER_LOST,
        DONE_TWICE,
        BROKEN_PAGE
    }

    public final ModelServer model = new ModelServer();
    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Random random = new Random(7);
    private double faultRate;

    public HttpModelServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::handle);
        http.setExecutor(threads);
        http.start();
    }

    public String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    String qrText() {
        return "pulsesms://pair?server=" + url().replace(":", "%3A").replace("/", "%2F") + "&code=code-1";
    }

    HttpModelServer faults(double rate) {
        faultRate = rate;
        return this;
    }

    private synchronized Fault fault(String path) {
        boolean spared = path.endsWith("/pair") || random.nextDouble() >= faultRate;
        return spared ? Fault.NONE : Fault.values()[1 + random.nextInt(4)];
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        String token = authorization == null ? null : authorization.substring("Bearer ".length());
        String method = exchange.getRequestMethod();
        Fault fault = fault(path);
        HttpAnswer answer = new HttpAnswer(503, "", null);
        if (fault != Fault.REFUSED_BEFORE) {
            answer = model.answer(method, path, token, body.isEmpty() ? null : body);
        }
        if (fault == Fault.DONE_TWICE) {
            answer = model.answer(method, path, token, body.isEmpty() ? null : body);
        }
        if (fault == Fault.ANSWER_LOST) {
            exchange.close();
            return;
        }
        send(exchange, fault == Fault.BROKEN_PAGE ? new HttpAnswer(200, "<html>Sign in to Wi-Fi", null) : answer);
    }

    private static void send(HttpExchange exchange, HttpAnswer answer) throws IOException {
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
