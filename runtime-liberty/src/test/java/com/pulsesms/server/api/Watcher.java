package com.pulsesms.server.api;

import java.util.Iterator;
import java.util.stream.Stream;

/** Reads a stream of server-sent events. */
final class Watcher {
    private final Iterator<String> lines;

    Watcher(Stream<String> lines) {
        this.lines = lines.iterator();
    }

    /** The lines of the next event; comments are passed over. */
    String next() {
        var event = new StringBuilder();
        while (lines.hasNext()) {
            var line = lines.next();
            if (line.isEmpty() && !event.isEmpty()) {
                return event.toString();
            }
            if (!line.isEmpty() && !line.startsWith(":")) {
                event.append(line).append('\n');
            }
        }
        return event.toString();
    }

    /** All until the server ends the stream. */
    String rest() {
        var events = new StringBuilder();
        lines.forEachRemaining(line -> events.append(line).append('\n'));
        return events.toString();
    }
}
