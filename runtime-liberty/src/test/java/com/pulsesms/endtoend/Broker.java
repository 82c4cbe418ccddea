package com.pulsesms.endtoend;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** An Artemis broker outside the server, reached over TCP with a name and a password. */
record Broker(EmbeddedActiveMQ broker, int port) implements AutoCloseable {
    private static final String USER = "pulse";
    private static final String PASSWORD = "sms";
    private static final SimpleString DEAD_LETTERS = SimpleString.of("DLQ");

    static Broker start(Path folder) throws Exception {
        var port = freePort();
        var configuration = new ConfigurationImpl();
        configuration.setBrokerInstance(folder.toFile());
        configuration.setJournalDirectory(folder.resolve("journal").toString());
        configuration.setBindingsDirectory(folder.resolve("bindings").toString());
        configuration.setLargeMessagesDirectory(folder.resolve("large").toString());
        configuration.setPagingDirectory(folder.resolve("paging").toString());
        configuration.setJournalType(JournalType.NIO);
        configuration.setMaxDiskUsage(99);
        configuration.setJMXManagementEnabled(false);
        configuration.addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + port);
        configuration.addAddressSetting("#", new AddressSettings().setDeadLetterAddress(DEAD_LETTERS));
        configuration.addQueueConfiguration(QueueConfiguration.of(DEAD_LETTERS).setRoutingType(RoutingType.ANYCAST));
        configuration.putSecurityRoles(
                "#", Set.of(new Role("app", true, true, true, true, true, true, true, true, true, true, true, true)));
        var users = new SecurityConfiguration();
        users.addUser(USER, PASSWORD);
        users.addRole(USER, "app");
        var broker = new EmbeddedActiveMQ();
        broker.setConfiguration(configuration);
        broker.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
        broker.start();
        return new Broker(broker, port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    Map<String, String> environment() {
        return Map.of(
                "PULSESMS_BROKER_URL", "tcp://127.0.0.1:" + port,
                "PULSESMS_BROKER_USER", USER,
                "PULSESMS_BROKER_PASSWORD", PASSWORD);
    }

    @Override
    public void close() throws Exception {
        broker.stop();
    }
}
