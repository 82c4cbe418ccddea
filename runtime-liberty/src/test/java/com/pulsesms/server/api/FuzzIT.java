package com.pulsesms.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.server.PulseSmsServer;
import com.pulsesms.server.api.Operations.Operation;
import jakarta.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever is sent to whichever operation: the server answers that it is wrong, and writes nothing. */
class FuzzIT {
    private static final int TRIES = 400;

    /** The same calls each time; leave it out to look for more. */
    private static final String SEED = "20261128";

    private static final List<String> QUERY = List.of(
            "limit", "after", "status", "since", "before", "to", "search", "phone", "month", "dryRun", "charset");

    private static Path folder;
    private static PulseSmsServer server;
    private static Filled all;
    private static List<Operation> operations;

    /** A call of an operation with anything in it. */
    record Call(Operation operation, String path, JsonObject body, String key) {}

    @BeforeContainer
    static void start() throws IOException, InterruptedException {
        folder = Files.createTempDirectory("pulsesms-fuzz");
        server = PulseSmsServer.in(folder).with("PULSESMS_RATE_LIMIT", "0");
        server.start();
        SharedServer.use(server.url());
        all = Filled.of("Fuzz");
        operations = Operations.described();
    }

    @AfterContainer
    static void stop() throws IOException, InterruptedException {
        server.close();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    @Property(tries = TRIES, seed = SEED, shrinking = ShrinkingMode.OFF)
    void refusesNonsensePolitelyAndWritesNothingOfIt(@ForAll("calls") Call call) {
        var before = written();

        var answer = by(call).send(
                        call.operation().method(),
                        call.path(),
                        type(call),
                        BodyPublishers.ofString(call.body().toString()));

        assertThat(answer.status()).as("%s answers %s", call, answer.body()).isLessThan(500);
        assertThat(answer.body()).doesNotContain("Exception", "com.pulsesms", "java.");
        if (answer.status() >= 400) {
            assertThat(answer.header("Content-Type"))
                    .as("%s answers %s", call, answer.body())
                    .startsWith("application/problem+json");
            assertThat(written()).as("after %s", call).isEqualTo(before);
        }
    }

    @Provide
    Arbitrary<Call> calls() {
        return Arbitraries.of(operations)
                .filter(FuzzIT::harmless)
                .flatMap(operation -> Combinators.combine(
                                Nonsense.ids(all.ids()).list().ofSize(2),
                                Arbitraries.of(QUERY),
                                Nonsense.texts(),
                                Nonsense.bodies(all.ids()),
                                Nonsense.texts())
                        .as((ids, name, value, body, key) ->
                                new Call(operation, path(operation, ids, name, value), body, key)));
    }

    /** An endless stream is no answer, and what was started goes on by itself. */
    private static boolean harmless(Operation operation) {
        return Stream.of("/events", "/messages/claim", "/start").noneMatch(operation.path()::endsWith);
    }

    private static String path(Operation operation, List<String> ids, String name, String value) {
        var path = operation.path();
        for (var id : ids) {
            path = path.replaceFirst("\\{[^}]*}", encoded(id).replace("$", "%24"));
        }
        return path + "?" + name + "=" + encoded(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Caller by(Call call) {
        if (call.operation().path().startsWith("/api/gateway/")) {
            return all.phone().caller();
        }
        var program = all.workspace().program();
        return call.key().matches("[\\x21-\\x7E]{1,300}") ? program.with("Idempotency-Key", call.key()) : program;
    }

    private static String type(Call call) {
        return call.operation().path().endsWith("/import") ? "text/csv" : "application/json";
    }

    private static List<String> written() {
        return Stream.of("/api/contacts", "/api/opt-outs", "/api/campaigns", "/api/messages", "/api/organizations")
                .map(path -> all.workspace()
                        .person()
                        .get(path + "?limit=200")
                        .expecting(200)
                        .body())
                .toList();
    }
}
