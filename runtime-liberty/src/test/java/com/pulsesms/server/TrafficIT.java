package com.pulsesms.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server does whose operator set a rate limit and allowed the pages of another site. */
class TrafficIT {
    private static final int LIMIT = 30;
    private static final String SHOP = "https://shop.example.com";

    @TempDir
    private static Path folder;

    private static PulseSmsServer server;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        server = PulseSmsServer.in(folder)
                .with("PULSESMS_RATE_LIMIT", String.valueOf(LIMIT))
                .with("PULSESMS_CORS_ORIGINS", SHOP);
        server.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private HttpResponse<byte[]> send(String method, String path, String token, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.url() + path)).method(method, BodyPublishers.noBody());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void slowsDownAProgramThatAsksTooMuch() throws Exception {
        var program = Workspace.signUp(server.url()).program();
        var other = Workspace.signUp(server.url()).program();
        var first = program.get("contacts");
        assertThat(first.headers().firstValue("RateLimit-Limit")).contains("" + LIMIT);
        assertThat(first.headers().firstValue("RateLimit-Remaining")).contains("" + (LIMIT - 1));

        var last = first;
        for (var n = 0; n < 2 * LIMIT && last.status() == 200; n++) {
            last = program.get("contacts");
        }

        assertThat(last.status()).isEqualTo(429);
        assertThat(last.code()).isEqualTo("rate_limited");
        assertThat(last.contentType()).startsWith("application/problem+json");
        assertThat(Long.parseLong(last.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1L, 60L);
        assertThat(other.get("contacts").status()).isEqualTo(200);
    }

    @Test
    void letsPagesOfAnAllowedSiteCallTheApi() throws Exception {
        var preflight = send("OPTIONS", "/api/contacts", "", "Origin", SHOP, "Access-Control-Request-Method", "POST");
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(header(preflight, "Access-Control-Allow-Origin")).isEqualTo(SHOP);
        assertThat(header(preflight, "Access-Control-Allow-Methods")).contains("PATCH");
        assertThat(header(preflight, "Access-Control-Allow-Headers")).contains("Authorization", "Idempotency-Key");
        assertThat(header(preflight, "Access-Control-Allow-Credentials")).isEmpty();

        var refused = send("GET", "/api/contacts", "", "Origin", SHOP);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(header(refused, "Access-Control-Allow-Origin")).isEqualTo(SHOP);
        assertThat(refused.headers().allValues("Vary")).anyMatch(vary -> vary.contains("Origin"));
    }

    @Test
    void tellsPagesOfOtherSitesNothing() throws Exception {
        var preflight = send(
                "OPTIONS", "/api/contacts", "", "Origin", "https://evil.test", "Access-Control-Request-Method", "GET");

        assertThat(preflight.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void compressesAnswersForThoseWhoTakeIt() throws Exception {
        var token = Workspace.signUp(server.url()).program().token();
        var plain = send("GET", "/openapi?format=JSON", token);
        var me = send("GET", "/api/me", token, "Accept-Encoding", "gzip");

        assertThat(header(plain, "Content-Encoding")).isEmpty();
        var text = header(me, "Content-Encoding").equals("gzip")
                ? new GZIPInputStream(new ByteArrayInputStream(me.body())).readAllBytes()
                : me.body();
        assertThat(new String(text, StandardCharsets.UTF_8)).startsWith("{");
    }

    @Test
    void answersHeadAsGetWithoutABodyAndOptionsWithTheMethods() throws Exception {
        var token = Workspace.signUp(server.url()).program().token();

        var head = send("HEAD", "/api/contacts", token);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Type")).startsWith("application/json");
        assertThat(head.body()).isEmpty();

        var options = send("OPTIONS", "/api/contacts", token);
        assertThat(options.statusCode()).isIn(200, 204);
        assertThat(header(options, "Allow")).contains("GET", "POST", "HEAD", "OPTIONS");
    }
}
