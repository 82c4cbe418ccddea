package com.pulsesms.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.pulsesms.server.PulseSmsServer;
import com.standardwebhooks.Webhook;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What other systems are told of what phones do, by the packaged server and over HTTP. */
class WebhookIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private static Path folder;

    private static PulseSmsServer server;

    private final List<AutoCloseable> parts = new ArrayList<>();
    private Tenant tenant;
    private String name;

    @BeforeAll
    static void startServer() throws Exception {
        server = PulseSmsServer.in(folder.resolve("server")).with("PULSESMS_WEBHOOK_ALLOW_PRIVATE", "true");
        server.start();
    }

    @AfterAll
    static void stopServer() throws Exception {
        server.close();
    }

    @BeforeEach
    void signUp(TestInfo test) throws Exception {
        name = test.getTestMethod().orElseThrow().getName();
        tenant = Tenant.signUp(server.url(), "Corner shop");
    }

    @AfterEach
    void closeParts() throws Exception {
        for (var part : parts) {
            part.close();
        }
    }

    private Receiver receiver() throws Exception {
        var receiver = Receiver.start();
        parts.add(receiver);
        return receiver;
    }

    private void phone() throws Exception {
        parts.add(PhoneProcess.pair(folder.resolve(name), tenant.pairingText()));
        await("a phone is paired").atMost(PATIENCE).until(() -> tenant.devices().size() == 1);
        tenant.unpaced(tenant.devices().get(0).getString("id", ""));
    }

    private static void awaitRequests(Receiver receiver, String type, int count) {
        await(count + " of " + type)
                .atMost(PATIENCE)
                .until(() -> receiver.requests(type).size() >= count);
    }

    private static void verify(Receiver.Request request, String secret) throws Exception {
        var headers = HttpHeaders.of(
                request.headers().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue()))),
                (header, value) -> true);
        assertThatCode(() -> new Webhook(secret).verify(request.body(), headers))
                .doesNotThrowAnyException();
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var byHand = HexFormat.of().formatHex(mac.doFinal(request.body().getBytes(StandardCharsets.UTF_8)));
        assertThat(request.headers().get("x-pulsesms-signature")).isEqualTo("sha256=" + byHand);
    }

    @Test
    void tellsThatAMessageLeftAndArrivedSigned() throws Exception {
        var receiver = receiver();
        var webhook = tenant.webhook(receiver.url(), "message.sent", "message.delivered", "device.connected");
        phone();
        var message = tenant.send("+12025550123", "Hello");

        awaitRequests(receiver, "device.connected", 1);
        awaitRequests(receiver, "message.sent", 1);
        awaitRequests(receiver, "message.delivered", 1);

        for (var request : receiver.requests()) {
            verify(request, webhook.getString("secret", ""));
            assertThat(request.json().getString("id", "")).isEqualTo(request.id());
        }
        var delivered = receiver.requests("message.delivered").get(0).data();
        assertThat(delivered.getString("messageId", "")).isEqualTo(message);
        assertThat(delivered.getString("to", "")).isEqualTo("+12025550123");
        assertThat(delivered.getString("status", "")).isEqualTo("DELIVERED");
    }

    @Test
    void tellsThatACampaignBeganAndThatItIsOver() throws Exception {
        var receiver = receiver();
        tenant.webhook(receiver.url(), "campaign.started", "campaign.completed");
        phone();
        var list = tenant.createList("Customers");
        tenant.importCsv(list, CustomersCsv.of(10));
        var campaign = tenant.createCampaign("Sale", "Hi", list);
        tenant.start(campaign);

        awaitRequests(receiver, "campaign.completed", 1);

        assertThat(receiver.requests("campaign.started")).hasSize(1);
        var over = receiver.requests("campaign.completed").get(0).data();
        assertThat(over.getString("campaignId", "")).isEqualTo(campaign);
        assertThat(over.get("counts").asObject().getInt("sent", 0)).isEqualTo(10);
    }

    @Test
    void triesAgainUntilTheReceiverIsWellAndLogsIt() throws Exception {
        var calls = new AtomicInteger();
        var receiver = receiver().behaving(exchange -> calls.incrementAndGet() == 1 ? 503 : 200);
        var webhook = tenant.webhook(receiver.url(), "message.sent").getString("id", "");

        var test = tenant.post("/api/webhooks/" + webhook + "/test").getString("id", "");

        awaitRequests(receiver, "webhook.test", 2);
        assertThat(receiver.requests())
                .extracting(Receiver.Request::id)
                .containsOnly(receiver.requests().get(0).id());
        await("it is logged").atMost(PATIENCE).until(() -> state(webhook, test).equals("DELIVERED"));
        var log = tenant.delivery(webhook, test).get("log").asArray();
        assertThat(log)
                .extracting(attempt -> attempt.asObject().getInt("status", 0))
                .containsExactly(503, 200);
        assertThat(log.get(0).asObject().getString("responseHead", "")).startsWith("HTTP/1.1 503");
    }

    private String state(String webhook, String delivery) throws Exception {
        return tenant.delivery(webhook, delivery).get("delivery").asObject().getString("state", "");
    }

    @Test
    void deliversAgainAsAsked() throws Exception {
        var receiver = receiver();
        var webhook = tenant.webhook(receiver.url(), "message.sent").getString("id", "");
        var path = "/api/webhooks/" + webhook;
        var from = Instant.now().minusSeconds(60).toString();
        var test = tenant.post(path + "/test").getString("id", "");
        await("it arrived").atMost(PATIENCE).until(() -> state(webhook, test).equals("DELIVERED"));

        tenant.post(path + "/deliveries/" + test + "/redeliver");
        awaitRequests(receiver, "webhook.test", 2);
        await("it arrived").atMost(PATIENCE).until(() -> state(webhook, test).equals("DELIVERED"));
        var range = new JsonObject().add("from", from).add("states", new JsonArray().add("DELIVERED"));
        assertThat(tenant.post(path + "/redeliver", range).getInt("redelivered", 0))
                .isEqualTo(1);
        awaitRequests(receiver, "webhook.test", 3);

        assertThat(receiver.requests())
                .extracting(Receiver.Request::id)
                .containsOnly(receiver.requests().get(0).id());
    }

    @Test
    void disablesAReceiverThatIsGone() throws Exception {
        var receiver = receiver().behaving(exchange -> 410);
        var webhook = tenant.webhook(receiver.url(), "message.sent").getString("id", "");

        tenant.post("/api/webhooks/" + webhook + "/test");

        await("it is disabled")
                .atMost(PATIENCE)
                .until(() -> !tenant.webhook(webhook).getBoolean("enabled", true));
        assertThat(tenant.webhook(webhook).getString("disabledBecause", "")).isEqualTo("GONE");
    }

    @Test
    void isNotHeldUpByTheReceiversOfAnotherTenantThatHang() throws Exception {
        var end = new CountDownLatch(1);
        parts.add(end::countDown);
        var hanging = receiver().behaving(exchange -> {
            end.await();
            return 200;
        });
        var other = Tenant.signUp(server.url(), "Slow shop");
        for (var n = 0; n < 10; n++) {
            var webhook = other.webhook(hanging.url(), "message.sent").getString("id", "");
            for (var test = 0; test < 5; test++) {
                other.post("/api/webhooks/" + webhook + "/test");
            }
        }
        awaitRequests(hanging, "webhook.test", 8);
        var receiver = receiver();
        var webhook = tenant.webhook(receiver.url(), "message.sent").getString("id", "");

        var begin = System.nanoTime();
        tenant.post("/api/webhooks/" + webhook + "/test");
        awaitRequests(receiver, "webhook.test", 1);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void tellsEverythingAtLeastOnceUnderTheSameIdThoughTheServerIsKilled() throws Exception {
        var begun = new CountDownLatch(1);
        var dead = new CountDownLatch(1);
        var receiver = receiver().behaving(exchange -> {
            begun.countDown();
            dead.await();
            return 200;
        });
        var webhook = tenant.webhook(receiver.url(), "message.sent").getString("id", "");
        phone();
        var messages = new ArrayList<String>();
        for (var n = 0; n < 5; n++) {
            messages.add(tenant.send("+1202555012" + n, "Hello"));
        }
        begun.await();

        server.kill();
        dead.countDown();
        var before = receiver.requests();
        server.start();
        await("all were told")
                .atMost(PATIENCE.multipliedBy(2))
                .untilAsserted(() -> assertThat(told(receiver.requests()))
                        .as("Of %s by %s", tenant.messages(), tenant.deliveries(webhook))
                        .containsAll(messages));
        await("what was being told is told again")
                .atMost(PATIENCE)
                .until(() -> receiver.requests().stream()
                                .filter(request ->
                                        request.id().equals(before.get(0).id()))
                                .count()
                        >= 2);

        var again = receiver.requests().stream()
                .filter(request -> request.id().equals(before.get(0).id()))
                .map(Receiver.Request::body)
                .distinct();
        assertThat(again).hasSize(1);
        assertThat(receiver.requests().stream().map(Receiver.Request::id).distinct())
                .hasSize(messages.size());
    }

    private static List<String> told(List<Receiver.Request> requests) {
        return requests.stream()
                .map(request -> request.data().getString("messageId", ""))
                .toList();
    }
}
