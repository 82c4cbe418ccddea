package com.pulsesms.runtime;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the broker lets us in. */
@Readiness
@ApplicationScoped
class BrokerReady implements HealthCheck {
    @Resource(lookup = "jms/pulsesms")
    private ConnectionFactory connections;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("broker").status(answers()).build();
    }

    private boolean answers() {
        try (var connection = connections.createConnection();
                var session = connection.createSession()) {
            return session != null;
        } catch (JMSException e) {
            return false;
        }
    }
}
