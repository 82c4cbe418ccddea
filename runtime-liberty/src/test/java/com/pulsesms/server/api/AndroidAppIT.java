package com.pulsesms.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Android app itself against the packaged server: its own classes, on the real framework, in a JVM of their own. */
@ExtendWith(SharedServer.class)
class AndroidAppIT {
    private static final Path ARGUMENTS =
            Path.of(System.getProperty("android-gateway.target"), "test-classes", "app-on-jvm.args");
    private static final String SCENARIO = "com.pulsesms.gateway.app.PackagedServerScenario";
    private static final String TWO_PARTS = "Your bus leaves at 17:40. ".repeat(10);
    private static final long PATIENCE_MINUTES = 5;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {23, 34})
    void takesAMessageFromPairingToDelivered(int api) throws Exception {
        var workspace = Workspace.signUp("Ana");
        var sms = Json.createObjectBuilder().add("to", "+381641234567").add("text", TWO_PARTS);
        var message = workspace.program().post("/api/messages", sms.build()).expecting(201);
        var code = workspace.person().post("/api/devices/pairing-codes").expecting(201);

        run(api, code.text("qr"));

        var after = workspace.program().get("/api/messages/" + message.id()).expecting(200);
        assertThat(after.text("status")).isEqualTo("DELIVERED");
        assertThat(workspace.program().get("/api/devices").expecting(200).data())
                .singleElement()
                .satisfies(device -> assertThat(device.getJsonArray("sims").getValuesAs(JsonObject.class))
                        .extracting(sim -> sim.getString("carrier"))
                        .containsExactly("Yettel", "A1"));
    }

    private void run(int api, String pairing) throws IOException, InterruptedException {
        var log = folder.resolve("app.log");
        var app = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dpulsesms.pairing=" + pairing,
                        "-Drobolectric.enabledSdks=" + api,
                        "@" + ARGUMENTS,
                        "org.junit.runner.JUnitCore",
                        SCENARIO)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            var ended = app.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);

            assertThat(ended && app.exitValue() == 0).as(Files.readString(log)).isTrue();
            assertThat(Files.readString(log)).contains("OK (1 test)");
        } finally {
            app.destroyForcibly();
        }
    }
}
