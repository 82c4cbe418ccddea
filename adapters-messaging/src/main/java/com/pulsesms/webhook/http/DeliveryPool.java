package com.pulsesms.webhook.http;

import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.webhook.Delivering.Turn;
import com.pulsesms.core.webhook.EndpointRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Gives endpoints their turns on a few threads. Organizations take turns, and none has more than a quarter of the threads;
 * endpoints that took nothing at their last turn have one thread each and half of all together. So receivers that hang, as
 * long as we let them, hold up themselves and not those of others.
 */
public final class DeliveryPool implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(DeliveryPool.class.getName());
    private static final int AT_ONCE_TO_ONE = 2;

    private final Function<EndpointRef, Turn> work;
    private final int perOrganization;
    private final int failingAtOnce;
    private final ExecutorService threads;

    /** Endpoints that wait for a turn: the organization that had the last one comes last. */
    private final Map<OrganizationId, Deque<EndpointRef>> waiting = new LinkedHashMap<>();

    private final Map<EndpointRef, Integer> running = new HashMap<>();
    private final Map<OrganizationId, Integer> runningOf = new HashMap<>();
    private final Set<EndpointRef> failing = new HashSet<>();
    private final Set<EndpointRef> askedAgain = new HashSet<>();
    private int free;
    private int runningFailing;

    /**
     * Makes a pool.
     *
     * @param work does one turn
     * @param size how many turns there may be at once
     */
    public DeliveryPool(Function<EndpointRef, Turn> work, int size, ThreadFactory factory) {
        this.work = work;
        this.free = size;
        this.perOrganization = Math.max(1, size / 4);
        this.failingAtOnce = Math.max(1, size / 2);
        var pool = new ThreadPoolExecutor(size, size, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
    }

    /** Something is due to the endpoint. */
    public synchronized void ask(EndpointRef endpoint) {
        if (running.getOrDefault(endpoint, 0) >= atOnce(endpoint)) {
            // It may have become due after the turn looked.
            askedAgain.add(endpoint);
        } else {
            enqueue(endpoint);
            dispatch();
        }
    }

    private int atOnce(EndpointRef endpoint) {
        return failing.contains(endpoint) ? 1 : AT_ONCE_TO_ONE;
    }

    private void enqueue(EndpointRef endpoint) {
        var queue = waiting.computeIfAbsent(endpoint.organization(), one -> new ArrayDeque<>());
        if (!queue.contains(endpoint)) {
            queue.add(endpoint);
        }
    }

    private void dispatch() {
        while (free > 0) {
            var next = next();
            if (next.isEmpty()) {
                return;
            }
            begin(next.get());
        }
    }

    private Optional<EndpointRef> next() {
        return waiting.entrySet().stream()
                .filter(one -> runningOf.getOrDefault(one.getKey(), 0) < perOrganization)
                .flatMap(one -> one.getValue().stream().filter(this::allowed).limit(1))
                .findFirst();
    }

    private boolean allowed(EndpointRef endpoint) {
        return running.getOrDefault(endpoint, 0) < atOnce(endpoint)
                && (!failing.contains(endpoint) || runningFailing < failingAtOnce);
    }

    private void begin(EndpointRef endpoint) {
        var organization = endpoint.organization();
        var queue = waiting.remove(organization);
        queue.remove(endpoint);
        if (!queue.isEmpty()) {
            waiting.put(organization, queue);
        }
        var counted = failing.contains(endpoint);
        free--;
        runningFailing += counted ? 1 : 0;
        running.merge(endpoint, 1, Integer::sum);
        runningOf.merge(organization, 1, Integer::sum);
        try {
            threads.execute(() -> run(endpoint, counted));
        } catch (RuntimeException | Error e) {
            release(endpoint, counted);
            throw e;
        }
    }

    private void run(EndpointRef endpoint, boolean counted) {
        var turn = new Turn(false, false);
        try {
            turn = work.apply(endpoint);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Deliveries to an endpoint stopped; the next sweep goes on", e);
        } finally {
            end(endpoint, counted, turn);
        }
    }

    private synchronized void end(EndpointRef endpoint, boolean counted, Turn turn) {
        release(endpoint, counted);
        if (turn.failing()) {
            failing.add(endpoint);
        } else {
            failing.remove(endpoint);
        }
        if (askedAgain.remove(endpoint) || turn.more()) {
            enqueue(endpoint);
        }
        dispatch();
    }

    /** How many endpoints have a turn at this moment. */
    synchronized int busy() {
        return running.size();
    }

    private void release(EndpointRef endpoint, boolean counted) {
        free++;
        runningFailing -= counted ? 1 : 0;
        running.computeIfPresent(endpoint, (one, turns) -> turns > 1 ? turns - 1 : null);
        runningOf.computeIfPresent(endpoint.organization(), (one, turns) -> turns > 1 ? turns - 1 : null);
    }

    /** Waits for nothing: what is not delivered stays due. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
