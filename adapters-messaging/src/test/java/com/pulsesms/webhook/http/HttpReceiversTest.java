package com.pulsesms.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.webhook.Answer;
import com.pulsesms.core.webhook.Receivers;
import com.pulsesms.core.webhook.ReceiversContract;
import com.pulsesms.core.webhook.WebhookUrl;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers that are slow, broken or hostile. */
@Timeout(30)
class HttpReceiversTest implements ReceiversContract {
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final HttpReceivers receivers = some(true, SystemDefaultDnsResolver.INSTANCE);

    private static HttpReceivers some(boolean allowPrivate, DnsResolver dns) {
        return new HttpReceivers(new GuardedDns(allowPrivate, dns), LIMIT);
    }

    @Override
    public Receivers receivers() {
        return receivers;
    }

    @AfterEach
    void close() throws Exception {
        receivers.close();
    }

    private Answer post(RawReceiver.Behaviour behaviour) throws Exception {
        try (var receiver = new RawReceiver(behaviour)) {
            return receivers.post(receiver.url(), Map.of(), "{}");
        }
    }

    private static void assertGivenUpInTime(Answer answer) {
        assertThat(answer.status()).isEmpty();
        assertThat(answer.problem()).hasValueSatisfying(text -> assertThat(text).contains("1.0 seconds"));
        assertThat(answer.took()).isBetween(LIMIT.minusMillis(50), LIMIT.plusSeconds(2));
    }

    @Test
    void givesUpAReceiverThatHangs() throws Exception {
        assertGivenUpInTime(post(connection -> Thread.sleep(10_000)));
    }

    @Test
    void givesUpAReceiverThatAnswersByteByByte() throws Exception {
        assertGivenUpInTime(post(connection -> {
            for (var n = 0; n < 100; n++) {
                RawReceiver.write(connection, "H");
                Thread.sleep(100);
            }
        }));
    }

    @Test
    void givesUpABodyThatNeverEnds() throws Exception {
        assertGivenUpInTime(post(connection -> {
            RawReceiver.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
            for (var n = 0; n < 100; n++) {
                RawReceiver.write(connection, "x");
                Thread.sleep(100);
            }
        }));
    }

    @Test
    void waitsForASlowReceiver() throws Exception {
        var answer = post(connection -> {
            Thread.sleep(600);
            RawReceiver.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        });

        assertThat(answer.success()).isTrue();
        assertThat(answer.took()).isGreaterThan(Duration.ofMillis(500));
    }

    @Test
    void readsNoMoreOfAHugeAnswerThanItNeeds() throws Exception {
        var written = new long[1];

        var answer = post(connection -> {
            RawReceiver.write(connection, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (written[0] < 1_000_000_000) {
                RawReceiver.write(connection, "2000\r\n" + "x".repeat(8_192) + "\r\n");
                written[0] += 8_192;
            }
        });

        assertThat(answer.success()).isTrue();
        assertThat(answer.took()).isLessThan(LIMIT);
        assertThat(written[0]).isLessThan(50_000_000);
    }

    @Test
    void refusesAHeadWithoutEnd() throws Exception {
        var answer = post(connection -> {
            RawReceiver.write(connection, "HTTP/1.1 200 OK\r\nX-Long: ");
            while (!connection.isClosed()) {
                RawReceiver.write(connection, "x".repeat(8_192));
            }
        });

        assertThat(answer.status()).isEmpty();
    }

    @Test
    void saysThatAReceiverClosedTheConnection() throws Exception {
        var answer = post(connection -> {});

        assertThat(answer.problem()).contains("It closed the connection without an answer");
    }

    @Test
    void saysThatAnAnswerIsNotHttp() throws Exception {
        var answer = post(connection -> RawReceiver.write(connection, "220 mail.example ESMTP\r\n\r\n"));

        assertThat(answer.status()).isEmpty();
    }

    @Test
    void logsNoControlCharactersOfAHead() throws Exception {
        var answer = post(connection ->
                RawReceiver.write(connection, "HTTP/1.1 200 OK\r\nX: a\u001b[31mb\r\nContent-Length: 0\r\n\r\n"));

        assertThat(answer.head()).contains("X: a").doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/",
                "http://localhost:%d/",
                "http://[::1]:%d/",
                "http://[::ffff:127.0.0.1]:%d/",
                "http://2130706433:%d/",
                "http://0.0.0.0:%d/"
            })
    void callsNobodyInAPrivateNetwork(String url) throws Exception {
        try (var receiver = new RawReceiver(connection -> {});
                var guarded = some(false, SystemDefaultDnsResolver.INSTANCE)) {
            var port = receiver.url().value().getPort();

            var answer = guarded.post(WebhookUrl.parse(url.formatted(port)), Map.of(), "{}");

            assertThat(answer.status()).isEmpty();
            assertThat(answer.problem())
                    .hasValueSatisfying(text -> assertThat(text).contains("private network"));
            assertThat(receiver.connections()).isZero();
        }
    }

    @Test
    void callsNobodyInAPrivateNetworkByANameOfOthers() throws Exception {
        try (var receiver = new RawReceiver(connection -> {});
                var guarded = some(false, names(host -> InetAddress.getLoopbackAddress()))) {
            var port = receiver.url().value().getPort();

            var answer = guarded.post(WebhookUrl.parse("http://public.example:" + port + "/"), Map.of(), "{}");

            assertThat(answer.problem())
                    .hasValueSatisfying(text -> assertThat(text).contains("private network"));
            assertThat(receiver.connections()).isZero();
        }
    }

    @Test
    void connectsToTheAddressThatWasLookedUp() throws Exception {
        try (var receiver = new RawReceiver(
                        connection -> RawReceiver.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
                var resolved = some(true, names(host -> InetAddress.getLoopbackAddress()))) {
            var port = receiver.url().value().getPort();

            var answer = resolved.post(WebhookUrl.parse("http://public.example:" + port + "/"), Map.of(), "{}");

            assertThat(answer.success()).isTrue();
        }
    }

    private interface Lookup {
        InetAddress of(String host) throws UnknownHostException;
    }

    private static DnsResolver names(Lookup lookup) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return new InetAddress[] {lookup.of(host)};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    @Test
    void saysThatAHostIsNotKnown() throws Exception {
        try (var unknowing = some(true, names(host -> {
            throw new UnknownHostException(host);
        }))) {
            var answer = unknowing.post(WebhookUrl.parse("https://nowhere.example/"), Map.of(), "{}");

            assertThat(answer.problem()).contains("The host is not known");
        }
    }

    @Test
    void trustsNoCertificateThatNobodyVouchesFor() throws Exception {
        try (var receiver = new SelfSigned()) {
            var answer = receivers.post(receiver.url(), Map.of(), "{}");

            assertThat(answer.status()).isEmpty();
            assertThat(answer.problem())
                    .hasValueSatisfying(text -> assertThat(text).contains("TLS"));
            assertThat(receiver.requests()).isZero();
        }
    }
}
