package com.pulsesms.gateway.simulator;

import com.eclipsesource.json.JsonObject;
import com.pulsesms.gateway.engine.Claim;
import com.pulsesms.gateway.engine.Message;
import java.io.Closeable;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What left the radio: one JSON line per message, on disk before anybody hears of it. */
final class RadioLog implements Closeable {
    private final FileOutputStream file;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();

    /** @param path where to append, or null to keep it in memory only */
    RadioLog(File path) throws IOException {
        file = path == null ? null : new FileOutputStream(path, true);
    }

    void left(Claim claim, Message message, int parts) {
        String line = new JsonObject()
                .add("id", claim.messageId())
                .add("claim", claim.number())
                .add("to", message.to())
                .add("text", message.text())
                .add("parts", parts)
                .add("at", System.currentTimeMillis())
                .toString();
        pending.append(line).append('\n');
        synchronized (lines) {
            lines.add(line);
        }
    }

    void sync() {
        if (pending.length() == 0 || file == null) {
            return;
        }
        try {
            file.write(pending.toString().getBytes(StandardCharsets.UTF_8));
            file.getFD().sync();
            pending.setLength(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> lines() {
        synchronized (lines) {
            return new ArrayList<>(lines);
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
