package com.pulsesms.broker;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where brokers of one cluster listen, in the form in which the resource adapter of Artemis takes it: parallel lists of
 * connector classes and their parameters.
 */
record BrokerAddress(String connectorClasses, String parameters) {
    private static final String IN_VM = "org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnectorFactory";
    private static final String TCP = "org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory";

    /** The broker that runs inside this process. */
    static BrokerAddress inVm() {
        return new BrokerAddress(IN_VM, "serverId=0");
    }

    /** Reads {@code tcp://host:port?option=value&…}, several separated by commas; the options are those of Artemis. */
    static BrokerAddress parse(String urls) {
        var uris = Stream.of(urls.split(",")).map(String::trim).map(URI::create).toList();
        return new BrokerAddress(
                connectorClasses(uris),
                uris.stream().map(BrokerAddress::parameters).collect(joining(",")));
    }

    private static String connectorClasses(List<URI> uris) {
        return uris.stream().map(uri -> TCP).collect(joining(","));
    }

    private static String parameters(URI uri) {
        if (!"tcp".equals(uri.getScheme()) || uri.getHost() == null || uri.getPort() < 0) {
            // The URL itself stays out of the message: its options may hold a password.
            throw new IllegalArgumentException("A broker URL must have the form tcp://host:port");
        }
        var options = uri.getQuery() == null ? "" : ";" + uri.getQuery().replace('&', ';');
        return "host=" + uri.getHost() + ";port=" + uri.getPort() + options;
    }
}
