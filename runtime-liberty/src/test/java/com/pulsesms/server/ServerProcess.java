package com.pulsesms.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** One run of Open Liberty with our server in it; its console goes to a file and is watched for a line. */
final class ServerProcess {
    private static final int KILL_SECONDS = 30;
    private static final int TAIL_LINES = 60;

    private final Process process;
    private final Path console;
    private final CompletableFuture<Void> sawLine = new CompletableFuture<>();
    private volatile String awaited;

    private ServerProcess(Process process, Path console) {
        this.process = process;
        this.console = console;
    }

    static ServerProcess start(Map<String, String> environment, Path console) throws IOException {
        var command = new ProcessBuilder(
                        folder("liberty.folder").resolve("wlp/bin/server").toString(), "run", "pulsesms")
                .redirectErrorStream(true);
        command.environment().keySet().removeIf(name -> name.startsWith("PULSESMS_"));
        command.environment().put("WLP_USER_DIR", folder("server.folder").toString());
        command.environment().put("JVM_ARGS", String.join(" ", jvmArguments()));
        command.environment().putAll(environment);
        return new ServerProcess(command.start(), console);
    }

    /** Waits until the console shows the line; fails when the server ends before. */
    void awaitLine(String line, int seconds) throws InterruptedException {
        awaited = line;
        var reader = new Thread(this::read, "console of " + process.pid());
        reader.setDaemon(true);
        reader.start();
        try {
            sawLine.get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            kill();
            throw new IllegalStateException("The server did not become ready. Its console ends with\n" + tail(), e);
        }
    }

    void stop(int seconds) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            kill();
            throw new IllegalStateException("The server did not stop. Its console ends with\n" + tail());
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(KILL_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The server survived being killed");
        }
    }

    private void read() {
        try (var lines = process.inputReader(UTF_8);
                var log = Files.newBufferedWriter(console, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                log.write(line);
                log.newLine();
                log.flush();
                if (line.equals(awaited)) {
                    sawLine.complete(null);
                }
            }
            sawLine.completeExceptionally(new IllegalStateException("The server has ended"));
        } catch (IOException e) {
            sawLine.completeExceptionally(e);
        }
    }

    private String tail() {
        try {
            var lines = Files.readAllLines(console);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A small heap and a quick compiler, so that several servers run side by side; and the measuring of coverage. */
    private static List<String> jvmArguments() {
        var agents = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-javaagent:") && argument.contains("jacoco"));
        return Stream.concat(Stream.of("-Xmx768m", "-XX:TieredStopAtLevel=1"), agents)
                .toList();
    }

    private static Path folder(String property) {
        var folder = System.getProperty(property);
        if (folder == null) {
            throw new IllegalStateException("The build tells by the system property " + property + " what it packaged");
        }
        return Path.of(folder).toAbsolutePath().normalize();
    }
}
