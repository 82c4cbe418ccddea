package com.pulsesms.webhook.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks up hosts for connections: just these addresses are connected to, so that a name that is public at one moment and
 * private at the next gains nothing. A name server that does not answer holds up its own receiver only.
 */
final class GuardedDns implements DnsResolver {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_AT_ONCE = 128;
    private static final int MOST_ADDRESSES = 3;

    private final boolean allowPrivate;
    private final DnsResolver dns;
    private final ExecutorService lookups =
            new ThreadPoolExecutor(0, MOST_AT_ONCE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), GuardedDns::daemon);

    GuardedDns(boolean allowPrivate, DnsResolver dns) {
        this.allowPrivate = allowPrivate;
        this.dns = dns;
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "pulsesms-webhook-dns");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var all = inTime(() -> dns.resolve(host));
        var usable = allowPrivate ? all : PublicAddresses.among(all);
        return Arrays.copyOf(usable, Math.min(usable.length, MOST_ADDRESSES));
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private InetAddress[] inTime(Callable<InetAddress[]> lookup) throws UnknownHostException {
        try {
            return lookups.submit(lookup).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new UnknownHostException("The host is not known");
        } catch (TimeoutException | RejectedExecutionException e) {
            throw new UnknownHostException("The name server did not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException("The server stops");
        }
    }

    void close() {
        lookups.shutdownNow();
    }
}
