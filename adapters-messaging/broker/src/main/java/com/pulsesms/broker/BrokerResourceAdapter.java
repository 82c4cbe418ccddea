package com.pulsesms.broker;

import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapterInternalException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.transaction.xa.XAResource;
import org.apache.activemq.artemis.ra.ActiveMQResourceAdapter;
import org.jspecify.annotations.Nullable;

/**
 * The server's way to Artemis. It starts an {@link EmbeddedBroker} and connects to it within the process, unless it is
 * configured with the URL of another broker. The server starts it before any consumer, and stops it after all of them.
 *
 * <p>The setters are the properties of {@code ra.xml}, which the server fills in before {@link #start}.
 */
public class BrokerResourceAdapter extends ActiveMQResourceAdapter {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = Logger.getLogger(BrokerResourceAdapter.class.getName());
    private static final String EMBEDDED = "embedded";

    private String brokerUrl = EMBEDDED;
    private String dataFolder = "broker";
    private Integer tcpPort = 0;
    private String queues = "";
    private String topics = "";
    private transient @Nullable EmbeddedBroker embedded;

    @Override
    public void start(BootstrapContext context) throws ResourceAdapterInternalException {
        if (brokerUrl.isBlank() || brokerUrl.equals(EMBEDDED)) {
            startEmbedded();
            connectTo(BrokerAddress.inVm());
        } else {
            connectTo(BrokerAddress.parse(brokerUrl));
        }
        super.start(context);
    }

    @Override
    public void stop() {
        super.stop();
        if (embedded != null) {
            try {
                embedded.close();
            } catch (Exception e) {
                LOG.log(Level.WARNING, "The embedded broker did not stop cleanly", e);
            }
        }
    }

    /** Nothing: no message of ours takes part in a distributed transaction, so none waits to be recovered. */
    @Override
    public XAResource[] getXAResources(ActivationSpec[] specs) {
        return new XAResource[0];
    }

    private void startEmbedded() throws ResourceAdapterInternalException {
        try {
            embedded = EmbeddedBroker.start(new EmbeddedBrokerSettings(
                    Path.of(dataFolder), tcpPort, names(queues), names(topics), Redelivery.PATIENT));
            LOG.info("The embedded broker keeps its journal in " + dataFolder);
        } catch (Exception e) {
            throw new ResourceAdapterInternalException("The embedded broker did not start in " + dataFolder, e);
        }
    }

    private void connectTo(BrokerAddress address) {
        setConnectorClassName(address.connectorClasses());
        setConnectionParameters(address.parameters());
    }

    private static List<String> names(String list) {
        return Stream.of(list.split(","))
                .map(String::trim)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    public String getBrokerUrl() {
        return brokerUrl;
    }

    public void setBrokerUrl(String brokerUrl) {
        this.brokerUrl = brokerUrl;
    }

    public String getDataFolder() {
        return dataFolder;
    }

    public void setDataFolder(String dataFolder) {
        this.dataFolder = dataFolder;
    }

    public Integer getTcpPort() {
        return tcpPort;
    }

    public void setTcpPort(Integer tcpPort) {
        this.tcpPort = tcpPort;
    }

    public String getQueues() {
        return queues;
    }

    public void setQueues(String queues) {
        this.queues = queues;
    }

    public String getTopics() {
        return topics;
    }

    public void setTopics(String topics) {
        this.topics = topics;
    }
}
