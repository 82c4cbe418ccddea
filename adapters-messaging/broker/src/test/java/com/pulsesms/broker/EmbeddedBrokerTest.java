package com.pulsesms.broker;

import static com.pulsesms.broker.EmbeddedBroker.DEAD_LETTERS;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {
    private static final String WORK = "work";
    private static final String NEWS = "news";
    private static final Redelivery IMPATIENT = new Redelivery(3, Duration.ofMillis(10), Duration.ofMillis(20));
    private static final long PATIENCE_MILLIS = 30_000;

    @TempDir
    private Path folder;

    @Test
    void keepsWorkThatNobodyTookBeforeItStopped() throws Exception {
        try (var broker = start();
                var client = connect()) {
            client.createProducer().send(client.createQueue(WORK), "expand");
        }

        try (var broker = start();
                var client = connect()) {
            var work = client.createConsumer(client.createQueue(WORK));

            assertThat(work.receiveBody(String.class, PATIENCE_MILLIS)).isEqualTo("expand");
        }
    }

    @Test
    void offersWorkAgainThatItsConsumerDidNotFinish() throws Exception {
        try (var broker = start();
                var client = connect()) {
            client.createProducer().send(client.createQueue(WORK), "expand");
            refuseOnce();

            var again = client.createConsumer(client.createQueue(WORK)).receive(PATIENCE_MILLIS);

            assertThat(again.getBody(String.class)).isEqualTo("expand");
            assertThat(again.getJMSRedelivered()).isTrue();
        }
    }

    @Test
    void keepsWorkThatIsAlwaysRefusedAsADeadLetter() throws Exception {
        try (var broker = start();
                var client = connect()) {
            client.createProducer().send(client.createQueue(WORK), "expand");
            for (int delivery = 0; delivery < IMPATIENT.deliveries(); delivery++) {
                refuseOnce();
            }

            var dead = client.createConsumer(client.createQueue(DEAD_LETTERS));

            assertThat(dead.receiveBody(String.class, PATIENCE_MILLIS)).isEqualTo("expand");
        }
    }

    @Test
    void tellsNewsToEveryListener() throws Exception {
        try (var broker = start();
                var client = connect()) {
            var one = client.createConsumer(client.createTopic(NEWS));
            var other = client.createConsumer(client.createTopic(NEWS));

            client.createProducer().send(client.createTopic(NEWS), "ready");

            assertThat(one.receiveBody(String.class, PATIENCE_MILLIS)).isEqualTo("ready");
            assertThat(other.receiveBody(String.class, PATIENCE_MILLIS)).isEqualTo("ready");
        }
    }

    private EmbeddedBroker start() throws Exception {
        return EmbeddedBroker.start(new EmbeddedBrokerSettings(folder, 0, List.of(WORK), List.of(NEWS), IMPATIENT));
    }

    private static void refuseOnce() {
        try (var refusing = connections().createContext(JMSContext.SESSION_TRANSACTED)) {
            refusing.createConsumer(refusing.createQueue(WORK)).receive(PATIENCE_MILLIS);
            refusing.rollback();
        }
    }

    private static JMSContext connect() {
        return connections().createContext();
    }

    private static ConnectionFactory connections() {
        return new ActiveMQConnectionFactory(EmbeddedBroker.IN_VM);
    }
}
