package com.pulsesms.jms;

import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.message.Sending;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSRuntimeException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Tells every node that messages wait for an organization: its own node directly, the others by a message that is neither
 * stored nor waited for. While the broker is gone its own node is told all the same, and the others find out by looking,
 * as each does every few seconds.
 */
public final class ArtemisSending implements Sending {
    /** The most that an organization's news wait: a batch of messages makes one wake-up and not one each. */
    static final Duration PAUSE = Duration.ofMillis(50);

    /** Nobody needs an older wake-up: by then every node has looked by itself. */
    private static final Duration LIFE = Duration.ofSeconds(30);

    private final ConnectionFactory connections;
    private final String node;
    private final ReadyListener here;
    private final BrokerReach reach = new BrokerReach("Phones on other nodes hear of new messages some seconds later");
    private final Coalescing<OrganizationId> wakeUps;

    /**
     * @param node tells this node from the others
     * @param here who is told on this node
     * @param executor where it is told from, so that no caller waits
     */
    public ArtemisSending(
            ConnectionFactory connections, String node, ReadyListener here, ScheduledExecutorService executor) {
        this.connections = connections;
        this.node = node;
        this.here = here;
        this.wakeUps = new Coalescing<>(executor, PAUSE, this::tell);
    }

    @Override
    public void ready(OrganizationId organization) {
        wakeUps.ask(organization);
    }

    private void tell(OrganizationId organization) {
        try {
            here.ready(organization);
        } finally {
            reach.attempt(() -> publish(organization));
        }
    }

    private void publish(OrganizationId organization) throws JMSRuntimeException {
        try (var context = connections.createContext()) {
            var message = ReadyNews.write(context, organization, node);
            context.createProducer()
                    .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                    .setTimeToLive(LIFE.toMillis())
                    .send(context.createTopic(Destinations.READY), message);
        }
    }
}
