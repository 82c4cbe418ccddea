package com.pulsesms.rest.gateway;

import com.pulsesms.core.PulseSms;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes what the API of the phones is made of, one of each on a node. */
@ApplicationScoped
class GatewayParts {
    @Resource
    private ManagedExecutorService executor;

    @Produces
    @Singleton
    ParkedPolls parkedPolls(PulseSms pulse) {
        return new ParkedPolls(pulse.handOver(), executor);
    }

    @Produces
    @Singleton
    DeviceTokens deviceTokens(PulseSms pulse, Clock clock) {
        return new DeviceTokens(pulse.devices(), clock);
    }

    @Produces
    @Singleton
    Presence presence(PulseSms pulse, Clock clock) {
        return new Presence(pulse.devices(), clock);
    }
}
