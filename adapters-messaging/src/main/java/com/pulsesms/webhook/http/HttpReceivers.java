package com.pulsesms.webhook.http;

import com.pulsesms.core.webhook.Answer;
import com.pulsesms.core.webhook.Receivers;
import com.pulsesms.core.webhook.WebhookUrl;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.StatusLine;
import org.apache.hc.core5.util.Timeout;

/** Posts to receivers by HTTP, and trusts none of them: not with our time, our memory or our network. */
public final class HttpReceivers implements Receivers, AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final int BODY_LIMIT = 64 * 1024;
    private static final int LOGGED_HEAD = 4_000;
    private static final int LINE_LIMIT = 8_192;
    private static final int HEADER_LIMIT = 100;
    private static final int CONNECTIONS = 256;

    private final GuardedDns dns;
    private final CloseableHttpClient client;
    private final Duration limit;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "pulsesms-webhook-timer");
        thread.setDaemon(true);
        return thread;
    });

    /** @param allowPrivate whether receivers may be in the operator's own network */
    public HttpReceivers(boolean allowPrivate) {
        this(new GuardedDns(allowPrivate, SystemDefaultDnsResolver.INSTANCE), LIMIT);
    }

    HttpReceivers(GuardedDns dns, Duration limit) {
        this.dns = dns;
        this.limit = limit;
        this.client = HttpClients.custom()
                .setConnectionManager(connections(dns, limit))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(limit))
                        .setConnectionRequestTimeout(Timeout.of(limit))
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent("PulseSMS")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .evictIdleConnections(Timeout.ofSeconds(30))
                .build();
    }

    private static HttpClientConnectionManager connections(GuardedDns dns, Duration limit) {
        var http = Http1Config.custom()
                .setMaxLineLength(LINE_LIMIT)
                .setMaxHeaderCount(HEADER_LIMIT)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(dns)
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(http)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(CONNECT_LIMIT))
                        .setSocketTimeout(Timeout.of(limit))
                        .setTimeToLive(Timeout.ofMinutes(1))
                        .build())
                .build();
    }

    @Override
    public Answer post(WebhookUrl url, Map<String, String> headers, String body) {
        var request = new HttpPost(url.value());
        headers.forEach(request::setHeader);
        request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        var begin = System.nanoTime();
        // Each single wait has its limit; this is that of all of them together.
        var late = new AtomicBoolean();
        var end = timer.schedule(() -> giveUp(request, late), limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return answer(client.executeOpen(null, request, null), request, begin);
        } catch (IOException | RuntimeException e) {
            var problem = late.get() ? "No complete answer within " + seconds(limit) : Problem.of(e);
            return Answer.none(problem, since(begin));
        } finally {
            end.cancel(false);
        }
    }

    /** Remembers why before the connection breaks by it. */
    private static void giveUp(HttpPost request, AtomicBoolean late) {
        late.set(true);
        request.cancel();
    }

    private static Answer answer(ClassicHttpResponse response, HttpPost request, long begin) throws IOException {
        var read = false;
        try {
            var head = head(response);
            read = readAtMost(BODY_LIMIT, response);
            return Answer.of(response.getCode(), head, since(begin));
        } finally {
            if (read) {
                response.close();
            } else {
                // Closing it politely would read the rest.
                request.cancel();
            }
        }
    }

    private static String seconds(Duration time) {
        return time.toMillis() / 1000.0 + " seconds";
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static String head(ClassicHttpResponse response) {
        var head = Stream.concat(
                        Stream.of(new StatusLine(response).toString()),
                        Arrays.stream(response.getHeaders()).map(Object::toString))
                .collect(Collectors.joining("\n"));
        var printable = head.replaceAll("[\\p{Cc}&&[^\n]]", " ");
        return printable.length() > LOGGED_HEAD ? printable.substring(0, LOGGED_HEAD) + "…" : printable;
    }

    /** @return whether that was all */
    private static boolean readAtMost(int limit, ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        if (entity == null) {
            return true;
        }
        // Left open: closing it would read the rest.
        InputStream content = entity.getContent();
        var buffer = new byte[8_192];
        for (var read = 0; read <= limit; ) {
            var some = content.read(buffer);
            if (some < 0) {
                return true;
            }
            read += some;
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        timer.shutdownNow();
        dns.close();
        client.close();
    }
}
