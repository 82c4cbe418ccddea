package com.pulsesms.broker;

import static org.apache.activemq.artemis.api.core.RoutingType.ANYCAST;
import static org.apache.activemq.artemis.api.core.RoutingType.MULTICAST;

import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * An Artemis broker inside this process, with a journal on disk. What was sent to a queue and acknowledged to the
 * sender survives the end of the process. A message that its consumer refuses is offered again, ever later, and at last
 * put into the queue {@value #DEAD_LETTERS}.
 */
public final class EmbeddedBroker implements AutoCloseable {
    public static final String DEAD_LETTERS = "DLQ";
    public static final String EXPIRED = "ExpiryQueue";

    /** The address by which this process reaches the broker. */
    static final String IN_VM = "vm://0";

    private static final long TOPIC_BYTES = 4 * 1024 * 1024;

    private final EmbeddedActiveMQ server;

    private EmbeddedBroker(EmbeddedActiveMQ server) {
        this.server = server;
    }

    /** Starts a broker, and returns when clients can connect. At most one can run in a process. */
    public static EmbeddedBroker start(EmbeddedBrokerSettings settings) throws Exception {
        var server = new EmbeddedActiveMQ().setConfiguration(configuration(settings));
        var caller = Thread.currentThread();
        var loader = caller.getContextClassLoader();
        // Artemis looks its parts up by the context class loader, which is not ours inside an application server.
        caller.setContextClassLoader(EmbeddedBroker.class.getClassLoader());
        try {
            server.start();
            return new EmbeddedBroker(server);
        } finally {
            caller.setContextClassLoader(loader);
        }
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    private static Configuration configuration(EmbeddedBrokerSettings settings) throws Exception {
        var configuration = new ConfigurationImpl()
                .setName("pulsesms")
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .addAcceptorConfiguration("in-vm", IN_VM)
                .addAddressSetting("#", queueSettings(settings.redelivery()));
        keepIn(settings.folder(), configuration);
        if (settings.tcpPort() != 0) {
            configuration.addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + settings.tcpPort());
        }
        declare(settings, configuration);
        return configuration;
    }

    private static void keepIn(Path folder, Configuration configuration) {
        configuration.setBrokerInstance(folder.toFile());
        configuration
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setNodeManagerLockDirectory(folder.resolve("lock").toString())
                // On a nearly full disk Artemis would block every sender, and with it every request of the server.
                .setMaxDiskUsage(100);
    }

    private static void declare(EmbeddedBrokerSettings settings, Configuration configuration) {
        // A dead letter without a queue to lie in is dropped.
        configuration.addQueueConfiguration(queue(DEAD_LETTERS));
        configuration.addQueueConfiguration(queue(EXPIRED));
        for (var queue : settings.queues()) {
            configuration.addQueueConfiguration(queue(queue));
        }
        for (var topic : settings.topics()) {
            configuration.addAddressConfiguration(
                    new CoreAddressConfiguration().setName(topic).addRoutingType(MULTICAST));
            configuration.addAddressSetting(topic, topicSettings(settings.redelivery()));
        }
    }

    private static QueueConfiguration queue(String name) {
        return QueueConfiguration.of(name).setRoutingType(ANYCAST).setDurable(true);
    }

    private static AddressSettings queueSettings(Redelivery redelivery) {
        return new AddressSettings()
                .setDeadLetterAddress(SimpleString.of(DEAD_LETTERS))
                .setExpiryAddress(SimpleString.of(EXPIRED))
                .setMaxDeliveryAttempts(redelivery.deliveries())
                .setRedeliveryDelay(redelivery.first().toMillis())
                .setRedeliveryMultiplier(2)
                .setMaxRedeliveryDelay(redelivery.longest().toMillis())
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false);
    }

    private static AddressSettings topicSettings(Redelivery redelivery) {
        return queueSettings(redelivery)
                .setDefaultAddressRoutingType(MULTICAST)
                .setDefaultQueueRoutingType(MULTICAST)
                .setMaxSizeBytes(TOPIC_BYTES)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.DROP);
    }
}
