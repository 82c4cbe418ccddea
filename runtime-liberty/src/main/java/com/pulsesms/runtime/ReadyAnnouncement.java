package com.pulsesms.runtime;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells the operator where to point the browser, once the server answers there. It asks the server's own port, as a
 * visitor would, because no event inside the application comes after the last thing that has to start.
 */
@ApplicationScoped
class ReadyAnnouncement {
    private static final int PATIENCE_MILLIS = 2_000;
    private static final int PAUSE_MILLIS = 200;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    @ConfigProperty(name = "pulsesms.http.port")
    private int port;

    @Inject
    @ConfigProperty(name = "pulsesms.public.url")
    private String publicUrl;

    void wait(@Observes Startup started) {
        executor.schedule(this::announceOrWait, PAUSE_MILLIS, MILLISECONDS);
    }

    private void announceOrWait() {
        if (isReady()) {
            // Standard output and not the log: scripts and people wait for exactly this line.
            System.out.println("PulseSMS is ready at " + publicUrl);
        } else {
            executor.schedule(this::announceOrWait, PAUSE_MILLIS, MILLISECONDS);
        }
    }

    private boolean isReady() {
        try {
            var url = URI.create("http://localhost:" + port + "/health/ready").toURL();
            var connection = (HttpURLConnection) url.openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }
}
