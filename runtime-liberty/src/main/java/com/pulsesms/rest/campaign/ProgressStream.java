package com.pulsesms.rest.campaign;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One who watches a campaign: told what changed, and now and then that the connection stands. */
final class ProgressStream {
    /** Shorter than proxies let a silent connection be. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final SseEventSink sink;
    private final Sse sse;
    private final Supplier<ProgressJson> look;
    private @Nullable ProgressJson told;
    private Instant toldAt = Instant.MIN;

    /** @param look refuses once the watcher may not look any more */
    ProgressStream(SseEventSink sink, Sse sse, Supplier<ProgressJson> look) {
        this.sink = sink;
        this.sse = sse;
        this.look = look;
    }

    /** Tells what is new; false if there will be nothing more to tell, or nobody to tell it. */
    synchronized boolean tell(Instant now) {
        if (sink.isClosed()) {
            return false;
        }
        var progress = look.get();
        if (!progress.equals(told)) {
            send(event("progress", progress), now);
            told = progress;
        } else if (toldAt.plus(HEARTBEAT).isBefore(now)) {
            send(sse.newEventBuilder().comment("still here").build(), now);
        }
        if (progress.ended()) {
            send(event("end", progress), now);
            close();
        }
        return !sink.isClosed();
    }

    private OutboundSseEvent event(String name, ProgressJson progress) {
        return sse.newEventBuilder()
                .name(name)
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(ProgressJson.class, progress)
                .build();
    }

    private void send(OutboundSseEvent event, Instant now) {
        toldAt = now;
        sink.send(event).whenComplete((sent, gone) -> {
            if (gone != null) {
                close();
            }
        });
    }

    void close() {
        if (!sink.isClosed()) {
            try {
                sink.close();
            } catch (IOException gone) {
                // Whoever watched has left: that is what is wanted.
            }
        }
    }
}
