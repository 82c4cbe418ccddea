package com.pulsesms.jms;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.kernel.EndpointId;
import com.pulsesms.core.kernel.Eventually;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.webhook.DeliveryQueue;
import com.pulsesms.core.webhook.DeliveryQueueContract;
import com.pulsesms.core.webhook.EndpointRef;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtemisDeliveryQueueTest implements DeliveryQueueContract {
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(2);
    private final List<EndpointRef> asked = new CopyOnWriteArrayList<>();
    private final List<EndpointRef> here = new CopyOnWriteArrayList<>();
    private final ArtemisDeliveryQueue queue = new ArtemisDeliveryQueue(ABroker.connections(), here::add, executor);

    @TempDir
    private Path folder;

    private ABroker broker;

    @BeforeEach
    void startBroker() throws Exception {
        broker = new ABroker(folder);
        broker.consumeDeliveries(new DeliveryWork(asked::add));
    }

    @AfterEach
    void stopBroker() throws Exception {
        executor.shutdownNow();
        broker.close();
    }

    @Override
    public DeliveryQueue queue() {
        return queue;
    }

    @Override
    public boolean asked(EndpointRef endpoint) {
        return asked.contains(endpoint) || here.contains(endpoint);
    }

    @Test
    void makesFewNudgesOfMany() {
        var endpoint = new EndpointRef(new OrganizationId(Sample.id()), new EndpointId(Sample.id()));

        for (var n = 0; n < 1_000; n++) {
            queue.deliverTo(endpoint);
        }

        assertThat(Eventually.meets(() -> asked(endpoint))).isTrue();
        assertThat(asked).hasSizeLessThan(50);
    }

    @Test
    void asksTheQueueWhileTheBrokerIsThere() {
        var endpoint = new EndpointRef(new OrganizationId(Sample.id()), new EndpointId(Sample.id()));

        queue.deliverTo(endpoint);

        assertThat(Eventually.meets(() -> asked.contains(endpoint))).isTrue();
        assertThat(here).isEmpty();
    }

    @Test
    void deliversOnThisNodeWhileTheBrokerIsGone() throws Exception {
        broker.close();
        var endpoint = new EndpointRef(new OrganizationId(Sample.id()), new EndpointId(Sample.id()));

        queue.deliverTo(endpoint);

        assertThat(Eventually.meets(() -> here.contains(endpoint))).isTrue();
    }
}
