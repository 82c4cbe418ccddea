package com.pulsesms.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulsesms.core.kernel.EndpointId;
import com.pulsesms.core.kernel.Eventually;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.webhook.Delivering.Turn;
import com.pulsesms.core.webhook.EndpointRef;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryPoolTest {
    private static final int SIZE = 8;

    private final Map<EndpointRef, AtomicInteger> turns = new ConcurrentHashMap<>();
    private final Map<EndpointRef, AtomicInteger> due = new ConcurrentHashMap<>();
    private final Set<EndpointRef> hanging = ConcurrentHashMap.newKeySet();
    private final Set<EndpointRef> failing = ConcurrentHashMap.newKeySet();
    private final AtomicInteger hung = new AtomicInteger();
    private final CountDownLatch hangsEnd = new CountDownLatch(1);
    private final DeliveryPool pool = new DeliveryPool(this::turn, SIZE, Thread::new);

    @AfterEach
    void close() {
        hangsEnd.countDown();
        pool.close();
    }

    private static EndpointRef endpoint(OrganizationId organization) {
        return new EndpointRef(organization, new EndpointId(Sample.id()));
    }

    private static EndpointRef endpoint() {
        return endpoint(new OrganizationId(Sample.id()));
    }

    private Turn turn(EndpointRef endpoint) {
        turns.computeIfAbsent(endpoint, one -> new AtomicInteger()).incrementAndGet();
        if (hanging.contains(endpoint)) {
            hung.incrementAndGet();
            try {
                hangsEnd.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        var left = due.computeIfAbsent(endpoint, one -> new AtomicInteger()).updateAndGet(n -> Math.max(0, n - 1));
        return new Turn(left > 0, failing.contains(endpoint));
    }

    private int turnsOf(EndpointRef endpoint) {
        return turns.getOrDefault(endpoint, new AtomicInteger()).get();
    }

    private void due(EndpointRef endpoint, int turnsLong) {
        due.put(endpoint, new AtomicInteger(turnsLong));
        pool.ask(endpoint);
    }

    @Test
    void givesAnEndpointTurnsUntilNothingIsDue() {
        var endpoint = endpoint();

        due(endpoint, 5);

        assertThat(Eventually.meets(() -> turnsOf(endpoint) == 5)).isTrue();
    }

    @Test
    void looksAgainWhereItWasAskedDuringATurn() {
        var endpoint = endpoint();
        hanging.add(endpoint);
        pool.ask(endpoint);
        pool.ask(endpoint);
        assertThat(Eventually.meets(() -> hung.get() == 2)).isTrue();

        pool.ask(endpoint);
        hangsEnd.countDown();

        assertThat(Eventually.meets(() -> turnsOf(endpoint) == 3)).isTrue();
    }

    @Test
    void isNotHeldUpByAnOrganizationWhoseEndpointsAllHang() {
        var tenant = new OrganizationId(Sample.id());
        IntStream.range(0, 20).mapToObj(n -> endpoint(tenant)).forEach(endpoint -> {
            hanging.add(endpoint);
            pool.ask(endpoint);
            pool.ask(endpoint);
        });
        assertThat(Eventually.meets(() -> hung.get() == SIZE / 4)).isTrue();
        var other = endpoint();

        due(other, 50);

        assertThat(Eventually.meets(() -> turnsOf(other) == 50)).isTrue();
        assertThat(hung).hasValue(SIZE / 4);
    }

    @Test
    void keepsHalfOfTheThreadsFromEndpointsThatFailed() {
        var bad = Stream.generate(DeliveryPoolTest::endpoint).limit(20).toList();
        failing.addAll(bad);
        bad.forEach(endpoint -> due(endpoint, 1));
        assertThat(Eventually.meets(() -> bad.stream().allMatch(one -> turnsOf(one) == 1)))
                .isTrue();
        // A turn tells only at its end that it was of no use.
        assertThat(Eventually.meets(() -> pool.busy() == 0)).isTrue();
        hanging.addAll(bad);
        bad.forEach(pool::ask);
        assertThat(Eventually.meets(() -> hung.get() == SIZE / 2)).isTrue();
        var good = endpoint();

        due(good, 50);

        assertThat(Eventually.meets(() -> turnsOf(good) == 50)).isTrue();
        assertThat(hung).hasValue(SIZE / 2);
    }

    @Test
    void goesOnAfterAThreadWasNotToBeHad() {
        var endpoint = endpoint();
        due.put(endpoint, new AtomicInteger(1));
        var asked = new AtomicInteger();
        try (var scarce = new DeliveryPool(this::turn, 1, work -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("This is part of the test");
            }
            return new Thread(work);
        })) {
            assertThatThrownBy(() -> scarce.ask(endpoint)).isInstanceOf(IllegalStateException.class);
            scarce.ask(endpoint);

            assertThat(Eventually.meets(() -> turnsOf(endpoint) == 1)).isTrue();
        }
    }

    @Test
    void goesOnAfterATurnThatThrew() {
        var endpoint = endpoint();
        var first = new AtomicInteger();
        try (var fragile = new DeliveryPool(
                one -> {
                    if (first.incrementAndGet() == 1) {
                        throw new IllegalStateException("This is part of the test");
                    }
                    return turn(one);
                },
                1,
                Thread::new)) {
            fragile.ask(endpoint);
            assertThat(Eventually.meets(() -> first.get() == 1)).isTrue();
            fragile.ask(endpoint);

            assertThat(Eventually.meets(() -> turnsOf(endpoint) == 1)).isTrue();
        }
    }
}
