package com.pulsesms.server;

import com.pulsesms.bench.Figures;
import com.pulsesms.bench.Timing;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the start of the process to the line that says that it is ready, on the embedded defaults. */
class StartBenchmark {
    @TempDir
    private Path folder;

    @Test
    void starts() throws Exception {
        try (var server = PulseSmsServer.in(folder).with("JVM_ARGS", "")) {
            var first = seconds(server);
            server.stop();
            var second = seconds(server);

            Figures.of(StartBenchmark.class)
                    .add("first start to ready", first, "s")
                    .add("second start to ready", second, "s", "<= 15")
                    .publish();
        }
    }

    private static double seconds(PulseSmsServer server) throws Exception {
        return Timing.nanoseconds(server::start) / 1e9;
    }
}
