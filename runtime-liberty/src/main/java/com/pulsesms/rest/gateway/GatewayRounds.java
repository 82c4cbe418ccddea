package com.pulsesms.rest.gateway;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** Looks every few seconds for what no wake-up told of, each second for paces that opened and quiet hours that ended, and sends the phones away when the server stops. */
@ApplicationScoped
class GatewayRounds {
    private static final int BETWEEN_LOOKS_SECONDS = 5;
    private static final int BETWEEN_OPENINGS_SECONDS = 1;
    private static final System.Logger LOG = System.getLogger(GatewayRounds.class.getName());

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private ParkedPolls polls;

    @Inject
    private DeviceTokens tokens;

    @Inject
    private Presence presence;

    @Inject
    private Clock clock;

    void begin(@Observes Startup started) {
        executor.scheduleWithFixedDelay(this::look, BETWEEN_LOOKS_SECONDS, BETWEEN_LOOKS_SECONDS, TimeUnit.SECONDS);
        executor.scheduleWithFixedDelay(
                this::lookForOpened, BETWEEN_OPENINGS_SECONDS, BETWEEN_OPENINGS_SECONDS, TimeUnit.SECONDS);
    }

    private void lookForOpened() {
        try {
            polls.lookForOpened(clock.instant());
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Looking for phones that may send more failed; the next look goes on",
                    e);
        }
    }

    private void look() {
        try {
            tokens.prune();
            presence.prune();
            polls.lookForMissed();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Looking for missed messages failed; the next look goes on", e);
        }
    }

    void end(@Observes Shutdown stopping) {
        polls.close();
    }
}
