package com.pulsesms.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed while calls with keys arrive: each that is repeated afterwards was done once. */
class IdempotencyDeathIT {
    private static final int CLIENTS = 8;
    private static final int CALLS = 3_000;
    private static final String BODY = "{\"to\": \"+381641234567\", \"text\": \"Hello\"}";

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();

    @TempDir
    private Path folder;

    @Test
    void doesEachCallOnceThatIsRepeatedAfterTheServerDied() throws Exception {
        try (var server = PulseSmsServer.in(folder)) {
            server.start();
            var program = Workspace.signUp(server.url()).program();
            var clients = Executors.newFixedThreadPool(CLIENTS);
            for (var n = 0; n < CLIENTS; n++) {
                clients.execute(() -> callUntilItDies(program));
            }
            while (answered.get() < 200) {
                Thread.sleep(10);
            }

            server.kill();
            clients.shutdown();
            assertThat(clients.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
            server.start();

            var ids = new ArrayList<String>();
            for (var call = 1; call <= begun.get(); call++) {
                var again = send(program.server(), program.token(), call);
                assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
                ids.add(id(again));
            }
            assertThat(begun.get()).isLessThan(CALLS).isGreaterThan(answered.get());
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(new HashSet<>(messages(program))).isEqualTo(new HashSet<>(ids));
        }
    }

    private void callUntilItDies(Caller program) {
        try {
            for (var call = begun.incrementAndGet(); call < CALLS; call = begun.incrementAndGet()) {
                send(program.server(), program.token(), call);
                answered.incrementAndGet();
            }
        } catch (IOException died) {
            // What this test is about: nobody knows whether the call was done.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<String> send(URI server, String token, int call) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve("/api/messages"))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "call-" + call)
                .POST(BodyPublishers.ofString(BODY))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static String id(HttpResponse<String> answer) {
        return new Answer(answer.statusCode(), answer.headers(), answer.body())
                .json()
                .getString("id");
    }

    private static List<String> messages(Caller program) throws Exception {
        var ids = new ArrayList<String>();
        var after = "";
        do {
            var page = program.get("messages?limit=200" + after).json();
            page.getJsonArray("data")
                    .forEach(message -> ids.add(message.asJsonObject().getString("id")));
            after = page.isNull("nextCursor") ? "" : "&after=" + page.getString("nextCursor");
        } while (!after.isEmpty());
        return ids;
    }
}
