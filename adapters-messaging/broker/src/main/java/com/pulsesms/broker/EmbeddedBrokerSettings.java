package com.pulsesms.broker;

import java.nio.file.Path;
import java.util.List;

/**
 * What an {@link EmbeddedBroker} is made of.
 *
 * @param folder where the journal is kept; made when absent
 * @param tcpPort a port on the loopback address for clients in other processes, 0 for none
 * @param queues the durable queues that exist from the start
 * @param topics the topics that exist from the start; what nobody reads in time is dropped
 * @param redelivery what happens to messages that a consumer of a queue refuses
 */
public record EmbeddedBrokerSettings(
        Path folder, int tcpPort, List<String> queues, List<String> topics, Redelivery redelivery) {
    public EmbeddedBrokerSettings {
        queues = List.copyOf(queues);
        topics = List.copyOf(topics);
    }
}
