package com.pulsesms.server.api;

import com.pulsesms.server.PulseSmsServer;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Starts one server for all test classes that need no server of their own, and stops it after the last. */
final class SharedServer implements BeforeAllCallback {
    private static URI url;

    static URI url() {
        return url;
    }

    /** For tests that start a server of their own. */
    static void use(URI other) {
        url = other;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        var running = context.getRoot()
                .getStore(Namespace.create(SharedServer.class))
                .getOrComputeIfAbsent("server", key -> start(), Running.class);
        url = running.server().url();
    }

    private static Running start() {
        try {
            var folder = Files.createTempDirectory("pulsesms-api");
            var server = PulseSmsServer.in(folder);
            server.start();
            return new Running(server, folder);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The server does not start", e);
        }
    }

    private record Running(PulseSmsServer server, Path folder) implements AutoCloseable {
        @Override
        public void close() throws IOException, InterruptedException {
            server.close();
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }
}
