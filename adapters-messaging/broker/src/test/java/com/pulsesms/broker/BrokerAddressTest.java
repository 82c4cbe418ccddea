package com.pulsesms.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class BrokerAddressTest {
    @Test
    void namesHostAndPortOfOneBroker() {
        var address = BrokerAddress.parse("tcp://broker.example:61616");

        assertThat(address.parameters()).isEqualTo("host=broker.example;port=61616");
        assertThat(address.connectorClasses()).endsWith("NettyConnectorFactory");
    }

    @Test
    void keepsTheOptionsOfTheUrl() {
        var address = BrokerAddress.parse("tcp://broker.example:61616?sslEnabled=true&verifyHost=true");

        assertThat(address.parameters()).isEqualTo("host=broker.example;port=61616;sslEnabled=true;verifyHost=true");
    }

    @Test
    void namesEveryBrokerOfACluster() {
        var address = BrokerAddress.parse("tcp://one:1, tcp://two:2");

        assertThat(address.parameters()).isEqualTo("host=one;port=1,host=two;port=2");
        assertThat(address.connectorClasses().split(",")).hasSize(2);
    }

    @Test
    void refusesWhatIsNotABrokerUrl() {
        assertThatIllegalArgumentException().isThrownBy(() -> BrokerAddress.parse("broker.example:61616"));
        assertThatIllegalArgumentException().isThrownBy(() -> BrokerAddress.parse("tcp://broker.example"));
    }
}
