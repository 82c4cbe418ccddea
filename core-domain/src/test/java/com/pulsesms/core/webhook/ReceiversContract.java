package com.pulsesms.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link Receivers} keeps, towards receivers that are well. */
public interface ReceiversContract {
    /** Some that may call this host. */
    Receivers receivers();

    /** A receiver that answers each request with one status. */
    final class Receiver implements AutoCloseable {
        private final HttpServer server;
        private final List<HttpExchange> requests = new CopyOnWriteArrayList<>();
        private final List<String> bodies = new CopyOnWriteArrayList<>();

        Receiver(int status, Map<String, String> headers) {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.createContext("/", exchange -> {
                bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                requests.add(exchange);
                headers.forEach(exchange.getResponseHeaders()::set);
                exchange.sendResponseHeaders(status, -1);
                exchange.close();
            });
            server.start();
        }

        WebhookUrl url() {
            return WebhookUrl.parse("http://127.0.0.1:" + server.getAddress().getPort() + "/events?a=b");
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    @Test
    default void postsTheBodyAsItIsWithTheHeaders() {
        try (var receiver = new Receiver(204, Map.of())) {
            var answer =
                    receivers().post(receiver.url(), Map.of("webhook-id", "one"), "{\"name\":\"Živa \uD83D\uDE00\"}");

            assertThat(answer.success()).isTrue();
            assertThat(receiver.bodies).containsExactly("{\"name\":\"Živa \uD83D\uDE00\"}");
            var request = receiver.requests.get(0);
            assertThat(request.getRequestMethod()).isEqualTo("POST");
            assertThat(request.getRequestURI()).hasToString("/events?a=b");
            assertThat(request.getRequestHeaders().getFirst("webhook-id")).isEqualTo("one");
            assertThat(request.getRequestHeaders().getFirst("Content-Type")).startsWith("application/json");
        }
    }

    @Test
    default void tellsWhatTheReceiverAnswered() {
        try (var receiver = new Receiver(503, Map.of("X-Reason", "maintenance"))) {
            var answer = receivers().post(receiver.url(), Map.of(), "{}");

            assertThat(answer.status()).hasValue(503);
            assertThat(answer.success()).isFalse();
            assertThat(answer.head()).contains("503").containsIgnoringCase("x-reason: maintenance");
        }
    }

    @Test
    default void followsNoRedirect() {
        try (var target = new Receiver(200, Map.of());
                var receiver = new Receiver(307, Map.of("Location", target.url().toString()))) {
            var answer = receivers().post(receiver.url(), Map.of(), "{}");

            assertThat(answer.status()).hasValue(307);
            assertThat(target.bodies).isEmpty();
        }
    }

    @Test
    default void saysThatNobodyIsThere() {
        var receiver = new Receiver(200, Map.of());
        receiver.close();

        var answer = receivers().post(receiver.url(), Map.of(), "{}");

        assertThat(answer.status()).isEmpty();
        assertThat(answer.problem()).isPresent();
    }
}
