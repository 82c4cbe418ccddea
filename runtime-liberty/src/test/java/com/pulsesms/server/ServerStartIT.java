package com.pulsesms.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerStartIT {
    private static final int OK = 200;

    /** The client may not notice that the server of a kept connection died. */
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void answersOnceItSaysThatItIsReadyAndAgainAfterItWasKilled(@TempDir Path folder) throws Exception {
        try (var server = PulseSmsServer.in(folder)) {
            server.start();

            assertThat(get(server.url(), "/health/ready")).isEqualTo(OK);
            assertThat(get(server.url(), "/openapi")).isEqualTo(OK);
            assertThat(get(server.url(), "/metrics")).isEqualTo(OK);

            server.kill();

            assertThatThrownBy(() -> get(server.url(), "/health/ready")).isInstanceOf(IOException.class);

            server.start();

            assertThat(get(server.url(), "/health/ready")).isEqualTo(OK);
        }
    }

    private int get(URI server, String path) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(ANSWER).build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }
}
