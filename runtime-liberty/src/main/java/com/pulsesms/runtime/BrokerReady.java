package com.pulsesms.runtime;

import com.pulsesms.jms.DeadLetters;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the broker lets us in. Tells of dead letters too, which a person should look at and which stop nothing. */
@Readiness
@ApplicationScoped
class BrokerReady implements HealthCheck {
    @Resource(lookup = "jms/pulsesms")
    private ConnectionFactory connections;

    @Inject
    private DeadLetters deadLetters;

    @Override
    public HealthCheckResponse call() {
        var health = HealthCheckResponse.named("broker").status(answers());
        deadLetters.count().ifPresent(count -> health.withData("deadLetters", count));
        return health.build();
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
