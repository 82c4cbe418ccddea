package com.pulsesms.jms;

import com.pulsesms.core.webhook.DeliveryQueue;
import com.pulsesms.core.webhook.EndpointRef;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/**
 * Asks some node to deliver by a message that is neither stored nor waited for; what gets lost the sweep finds. While the
 * broker is gone, this node does it itself.
 */
public final class ArtemisDeliveryQueue implements DeliveryQueue {
    /** The most that an endpoint's nudges wait: a batch of events makes one of them and not one each. */
    static final Duration PAUSE = Duration.ofMillis(50);

    private static final Duration LIFE = Duration.ofSeconds(30);

    private final ConnectionFactory connections;
    private final Consumer<EndpointRef> here;
    private final BrokerReach reach = new BrokerReach("Each node delivers the events that happen on it");
    private final Coalescing<EndpointRef> nudges;

    /**
     * Makes the queue.
     *
     * @param here delivers on this node
     * @param executor where it is asked from, so that no caller waits
     */
    public ArtemisDeliveryQueue(
            ConnectionFactory connections, Consumer<EndpointRef> here, ScheduledExecutorService executor) {
        this.connections = connections;
        this.here = here;
        this.nudges = new Coalescing<>(executor, PAUSE, this::ask);
    }

    @Override
    public void deliverTo(EndpointRef endpoint) {
        nudges.ask(endpoint);
    }

    /** Without the broker: what finds all that is due must not depend on what may have lost it. */
    @Override
    public void remindOf(EndpointRef endpoint) {
        here.accept(endpoint);
    }

    private void ask(EndpointRef endpoint) {
        if (!reach.attempt(() -> send(endpoint))) {
            here.accept(endpoint);
        }
    }

    private void send(EndpointRef endpoint) {
        try (var context = connections.createContext()) {
            context.createProducer()
                    .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                    .setTimeToLive(LIFE.toMillis())
                    .send(context.createQueue(Destinations.DELIVERY), DeliveryWork.write(context, endpoint));
        }
    }
}
