package com.pulsesms.gateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.eclipsesource.json.Json;
import com.pulsesms.gateway.engine.ModelServer;
import com.pulsesms.gateway.engine.Status;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedPhoneTest {
    @TempDir
    Path folder;

    private HttpModelServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = new HttpModelServer();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void pairsSendsAndDelivers() throws Exception {
        try (SimulatedPhone phone = SimulatedPhone.pair(server.url(), "code-1").start()) {
            ModelServer.Sms sms = server.model.add("Hello");

            assertThat(server.model.awaitStatus(Status.DELIVERED, 1, 20_000)).isTrue();
            assertThat(phone.pairing().organizationName()).isEqualTo("Acme");
            assertThat(phone.left())
                    .singleElement()
                    .satisfies(line -> assertThat(idOf(line)).isEqualTo(sms.id));
        }
    }

    @Test
    void behavesAsItsOptionsSay() throws Exception {
        server.model.addMany(300);
        SimulatorOptions options = new SimulatorOptions()
                .failureRate(0.2)
                .undeliveredRate(0.3)
                .deliveryRate(0.5)
                .seed(42);

        try (SimulatedPhone phone = SimulatedPhone.pair(server.qrText(), options)) {
            phone.start();

            assertThat(server.model.awaitStatus(Status.FAILED, 40, 20_000)).isTrue();
            assertThat(server.model.awaitStatus(Status.UNDELIVERED, 50, 20_000)).isTrue();
            assertThat(server.model.awaitStatus(Status.DELIVERED, 80, 20_000)).isTrue();
            assertThat(server.model.awaitStatus(Status.SENT, 20, 20_000)).isTrue();
        }
    }

    @Test
    void losesAndDoublesNothingOnABadNetwork() throws Exception {
        server.faults(0.25).model.addMany(400);

        try (SimulatedPhone phone =
                SimulatedPhone.pair(server.qrText(), new SimulatorOptions()).start()) {
            assertThat(server.model.awaitStatus(Status.DELIVERED, 400, 120_000)).isTrue();
            assertThat(ids(phone.left())).hasSize(400).doesNotHaveDuplicates();
        }
    }

    @Test
    void sendsAtLeast500MessagesASecondWhenNothingSlowsItDown() throws Exception {
        int messages = 5_000;
        SimulatorOptions options = new SimulatorOptions()
                .stateDirectory(folder.toFile())
                .radioLog(folder.resolve("radio.log").toFile());
        try (SimulatedPhone phone =
                SimulatedPhone.pair(server.qrText(), options).start()) {
            server.model.addMany(messages);
            long start = System.nanoTime();

            assertThat(server.model.awaitStatus(Status.DELIVERED, messages, 60_000))
                    .isTrue();

            double perSecond = messages / ((System.nanoTime() - start) / 1e9);
            System.out.printf("An unlimited phone sent %.0f messages/s%n", perSecond);
            assertThat(phone.left()).hasSize(messages);
        }
    }

    @Test
    void goesOnWhereItStoppedWhenItIsSwitchedOnAgain() throws Exception {
        SimulatorOptions options = new SimulatorOptions().stateDirectory(folder.toFile());
        List<String> left = new ArrayList<>();
        String device;
        try (SimulatedPhone phone =
                SimulatedPhone.pair(server.qrText(), options).start()) {
            device = phone.pairing().deviceId();
            server.model.addMany(50);
            assertThat(server.model.awaitStatus(Status.DELIVERED, 50, 20_000)).isTrue();
            left.addAll(ids(phone.left()));
        }
        server.model.addMany(50);

        try (SimulatedPhone phone = SimulatedPhone.resume(options).start()) {
            assertThat(phone.pairing().deviceId()).isEqualTo(device);
            assertThat(server.model.awaitStatus(Status.DELIVERED, 100, 20_000)).isTrue();
            left.addAll(ids(phone.left()));
        }
        assertThat(left).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void endsWhenTheServerRemovedIt() throws Exception {
        try (SimulatedPhone phone =
                SimulatedPhone.pair(server.qrText(), new SimulatorOptions()).start()) {
            server.model.addMany(5);
            assertThat(server.model.awaitStatus(Status.DELIVERED, 5, 20_000)).isTrue();

            server.model.remove();
            phone.engine().networkChanged();

            phone.awaitEnd();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "after-outbox-write:2",
                "after-accept-call:2",
                "after-mark-sending:30",
                "after-radio:60",
                "after-result:3",
                "after-report-call:2"
            })
    void sendsAtMostOnceAndLosesNothingWhenItsProcessDies(String dieAt) throws Exception {
        server.model.addMany(200);
        File log = folder.resolve("radio.log").toFile();
        Process dying = simulator(log, server.qrText(), "--die-at", dieAt);
        assertThat(dying.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(dying.exitValue()).isEqualTo(137);

        Process second = simulator(log);
        try {
            long end = System.nanoTime() + 60_000_000_000L;
            while (ended() < 200 && System.nanoTime() < end) {
                server.model.awaitStatus(Status.DELIVERED, 200, 200);
            }
        } finally {
            second.destroyForcibly().waitFor();
        }

        assertThat(ended()).isEqualTo(200);
        List<String> left = ids(Files.readAllLines(log.toPath()));
        assertThat(left).doesNotHaveDuplicates();
        assertThat(left.size()).isGreaterThanOrEqualTo((int) server.model.with(Status.DELIVERED));
    }

    /** SENT is the end for what left before the death and was not delivered by then. */
    private long ended() {
        return server.model.with(Status.SENT) + server.model.with(Status.DELIVERED) + server.model.with(Status.UNKNOWN);
    }

    private Process simulator(File log, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorMain.class.getName(),
                "--state",
                folder.resolve("phone").toString(),
                "--radio-log",
                log.toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
    }

    private static List<String> ids(List<String> lines) {
        return lines.stream().map(SimulatedPhoneTest::idOf).toList();
    }

    private static String idOf(String line) {
        return Json.parse(line).asObject().getString("id", "");
    }
}
