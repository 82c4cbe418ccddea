package com.pulsesms.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the machine's clock is near the database's: where it is not, something is wrong with the machine. */
@Readiness
@ApplicationScoped
class ClockReady implements HealthCheck {
    private static final Duration LARGEST_SKEW = Duration.ofSeconds(5);

    @Inject
    private Timekeeping time;

    @Override
    public HealthCheckResponse call() {
        var skew = time.databaseClock().correction().abs();
        return HealthCheckResponse.named("clock")
                .status(skew.compareTo(LARGEST_SKEW) <= 0)
                .withData("skewMillis", skew.toMillis())
                .build();
    }
}
