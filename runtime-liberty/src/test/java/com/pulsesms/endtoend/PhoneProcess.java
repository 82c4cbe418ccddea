package com.pulsesms.endtoend;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.pulsesms.gateway.simulator.SimulatorMain;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A simulated phone in a process of its own, so that it can be killed; what left its radio stands in a file. */
final class PhoneProcess implements AutoCloseable {
    private final Path folder;
    private final Path radioLog;
    private final Set<String> leftBeforeDeath = new HashSet<>();
    private Process process;

    private PhoneProcess(Path folder) {
        this.folder = folder;
        this.radioLog = folder.resolve("radio.log");
    }

    static PhoneProcess pair(Path folder, String qrText, String... options) throws IOException {
        Files.createDirectories(folder);
        var phone = new PhoneProcess(folder);
        phone.start(qrText, options);
        return phone;
    }

    /** Switches the phone on again: it goes on with what its outbox holds. */
    void resume(String... options) throws IOException {
        start(null, options);
    }

    private void start(String qrText, String... options) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                classPath(SimulatorMain.class) + File.pathSeparator + classPath(Json.class),
                SimulatorMain.class.getName()));
        if (qrText != null) {
            command.add(qrText);
        }
        command.addAll(List.of(
                "--state", folder.resolve("state").toString(),
                "--radio-log", radioLog.toString(),
                "--model", folder.getFileName().toString()));
        command.addAll(List.of(options));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("phone.log").toFile()))
                .start();
    }

    private static String classPath(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    /** As if the battery fell out. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        left().forEach(line -> leftBeforeDeath.add(line.getString("id", "")));
    }

    /** Whether the network's word about a message may have found this phone dead: a simulated radio does not repeat it. */
    boolean mayHaveMissedDelivery(String message) {
        return leftBeforeDeath.contains(message);
    }

    String name() {
        return folder.getFileName().toString();
    }

    /** What left this phone's radio over all its lives, oldest first. */
    List<JsonObject> left() {
        if (!Files.exists(radioLog)) {
            return List.of();
        }
        try {
            var text = Files.readString(radioLog);
            // A line that is still being written has no end yet.
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .map(line -> Json.parse(line).asObject().add("phone", name()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
