package com.pulsesms.jms;

import com.pulsesms.broker.EmbeddedBroker;
import com.pulsesms.broker.EmbeddedBrokerSettings;
import com.pulsesms.broker.Redelivery;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.MessageListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;

/** The server's own broker, in this process, which can be stopped and started again over the same journal. */
final class ABroker implements AutoCloseable {
    static final int DELIVERIES = 3;
    static final long PATIENCE_SECONDS = 30;

    private static final Redelivery IMPATIENT =
            new Redelivery(DELIVERIES, Duration.ofMillis(10), Duration.ofMillis(20));

    private final Path folder;
    private final List<JMSContext> consumers = new ArrayList<>();
    private @Nullable EmbeddedBroker broker;

    ABroker(Path folder) throws Exception {
        this.folder = folder;
        start();
    }

    void start() throws Exception {
        broker = EmbeddedBroker.start(new EmbeddedBrokerSettings(
                folder,
                0,
                List.of(Destinations.EXPANSION, Destinations.DELIVERY),
                List.of(Destinations.READY),
                IMPATIENT));
    }

    void stop() throws Exception {
        if (broker != null) {
            broker.close();
            broker = null;
        }
    }

    static ConnectionFactory connections() {
        return new ActiveMQConnectionFactory("vm://0?reconnectAttempts=0");
    }

    /** Consumes as the server's message-driven beans do: one message at a time, acknowledged when the listener returns. */
    void consumeWork(MessageListener listener) {
        var context = connections().createContext();
        consumers.add(context);
        context.createConsumer(context.createQueue(Destinations.EXPANSION)).setMessageListener(listener);
    }

    void consumeDeliveries(MessageListener listener) {
        var context = connections().createContext();
        consumers.add(context);
        context.createConsumer(context.createQueue(Destinations.DELIVERY)).setMessageListener(listener);
    }

    /** How many are asked for and nobody has consumed. */
    int waitingWork() throws JMSException {
        try (var context = connections().createContext();
                var browser = context.createBrowser(context.createQueue(Destinations.EXPANSION))) {
            return Collections.list(browser.getEnumeration()).size();
        }
    }

    void consumeNews(MessageListener listener) {
        var context = connections().createContext();
        consumers.add(context);
        context.createConsumer(context.createTopic(Destinations.READY)).setMessageListener(listener);
    }

    @Override
    public void close() throws Exception {
        consumers.forEach(JMSContext::close);
        stop();
    }
}
