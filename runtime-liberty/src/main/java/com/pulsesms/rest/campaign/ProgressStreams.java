package com.pulsesms.rest.campaign;

import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.rest.Problem;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Those who watch campaigns at this node. It looks at the rows of the watched ones every two seconds, so that any node can
 * tell what happens at another.
 */
@ApplicationScoped
class ProgressStreams {
    private static final int BETWEEN_LOOKS_SECONDS = 2;
    private static final int MOST = 1_000;
    private static final System.Logger LOG = System.getLogger(ProgressStreams.class.getName());

    private final Set<ProgressStream> streams = ConcurrentHashMap.newKeySet();

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private Clock clock;

    void begin(@Observes Startup started) {
        executor.scheduleWithFixedDelay(this::look, BETWEEN_LOOKS_SECONDS, BETWEEN_LOOKS_SECONDS, TimeUnit.SECONDS);
    }

    /** @throws WebApplicationException 503 if too many watch already */
    void refuseOneTooMany() {
        if (streams.size() >= MOST) {
            throw new WebApplicationException(Problem.of(
                            Status.SERVICE_UNAVAILABLE, "too_many_streams", "Too many watch campaigns at this moment")
                    .answer());
        }
    }

    void add(ProgressStream stream) {
        streams.add(stream);
        tell(stream);
    }

    private void look() {
        streams.forEach(this::tell);
    }

    private void tell(ProgressStream stream) {
        try {
            if (!stream.tell(clock.instant())) {
                streams.remove(stream);
            }
        } catch (Refusal notAnyMore) {
            end(stream);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Watching a campaign failed; the watcher may ask again", e);
            end(stream);
        }
    }

    private void end(ProgressStream stream) {
        streams.remove(stream);
        stream.close();
    }

    void stop(@Observes Shutdown stopping) {
        streams.forEach(this::end);
    }
}
