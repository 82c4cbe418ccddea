package com.pulsesms.jms;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.message.Sending;
import com.pulsesms.core.message.SendingContract;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ArtemisSendingTest implements SendingContract {
    private static final String THIS_NODE = "this";
    private static final String OTHER_NODE = "other";
    private static final int FLOOD = 1_000;

    private final OrganizationId acme = new OrganizationId(UUID.randomUUID());
    private final OrganizationId zenith = new OrganizationId(UUID.randomUUID());
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(2);
    private final BlockingQueue<OrganizationId> toldHere = new LinkedBlockingQueue<>();
    private final BlockingQueue<OrganizationId> toldThere = new LinkedBlockingQueue<>();
    private final ArtemisSending sending =
            new ArtemisSending(ABroker.connections(), THIS_NODE, toldHere::add, executor);

    @TempDir
    private Path folder;

    private ABroker broker;
    private boolean listening;

    @BeforeEach
    void startBroker() throws Exception {
        broker = new ABroker(folder);
    }

    @AfterEach
    void stopAll() throws Exception {
        executor.shutdownNow();
        broker.close();
    }

    @Override
    public Sending sending() {
        if (!listening) {
            broker.consumeNews(new ReadyNews(OTHER_NODE, toldThere::add));
            listening = true;
        }
        return sending;
    }

    @Override
    public OrganizationId withMessages() {
        return new OrganizationId(UUID.randomUUID());
    }

    @Override
    public boolean noticed(OrganizationId organization) {
        return toldHere.contains(organization) && toldThere.contains(organization);
    }

    @Test
    void tellsItsOwnNodeAndTheOthersOnceEach() throws Exception {
        broker.consumeNews(new ReadyNews(THIS_NODE, toldHere::add));
        broker.consumeNews(new ReadyNews(OTHER_NODE, toldThere::add));

        sending.ready(acme);

        assertThat(toldThere.poll(ABroker.PATIENCE_SECONDS, SECONDS)).isEqualTo(acme);
        sending.ready(zenith);
        assertThat(toldThere.poll(ABroker.PATIENCE_SECONDS, SECONDS)).isEqualTo(zenith);
        assertThat(toldHere).containsExactly(acme, zenith);
    }

    @Test
    void neverStoresAWakeUp() throws Exception {
        var modes = new LinkedBlockingQueue<Integer>();
        broker.consumeNews(message -> modes.add(deliveryMode(message)));

        sending.ready(acme);

        assertThat(modes.poll(ABroker.PATIENCE_SECONDS, SECONDS)).isEqualTo(DeliveryMode.NON_PERSISTENT);
    }

    @Test
    void makesAFloodOfNewsAFewWakeUpsAndTellsTheLast() throws Exception {
        var asked = new AtomicInteger();
        var askedWhenTold = new LinkedBlockingQueue<Integer>();
        var flooded = new ArtemisSending(
                ABroker.connections(), THIS_NODE, organization -> askedWhenTold.add(asked.get()), executor);
        var begin = System.nanoTime();

        for (var i = 0; i < FLOOD; i++) {
            asked.incrementAndGet();
            flooded.ready(acme);
        }

        var pauses = (int) ((System.nanoTime() - begin) / ArtemisSending.PAUSE.toNanos());
        var wakeUps = 0;
        int known;
        do {
            known = askedWhenTold.poll(ABroker.PATIENCE_SECONDS, SECONDS);
            wakeUps++;
        } while (known < FLOOD);
        assertThat(wakeUps).isLessThanOrEqualTo(pauses + 2);
    }

    @Test
    void tellsItsOwnNodeWhileTheBrokerIsGoneAndTheOthersWhenItIsBack() throws Exception {
        broker.stop();

        sending.ready(acme);

        assertThat(toldHere.poll(ABroker.PATIENCE_SECONDS, SECONDS)).isEqualTo(acme);
        broker.start();
        broker.consumeNews(new ReadyNews(OTHER_NODE, toldThere::add));
        OrganizationId heard;
        do {
            sending.ready(zenith);
            heard = toldThere.poll(100, MILLISECONDS);
        } while (heard == null);
        assertThat(heard).isEqualTo(zenith);
    }

    private static int deliveryMode(Message message) {
        try {
            return message.getJMSDeliveryMode();
        } catch (JMSException e) {
            throw Failed.of(e);
        }
    }
}
