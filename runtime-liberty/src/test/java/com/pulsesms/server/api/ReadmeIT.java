package com.pulsesms.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whether the lines for a terminal in the README do what it says. */
@ExtendWith(SharedServer.class)
class ReadmeIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    /** The indented lines from the one that gets a token on. */
    private static String walkThrough() throws IOException {
        return Files.readString(ROOT.resolve("README.md"))
                .lines()
                .dropWhile(line -> !line.startsWith("    TOKEN="))
                .takeWhile(line -> !line.isBlank())
                .map(String::strip)
                .collect(Collectors.joining("\n"));
    }

    private static String key(Workspace workspace) {
        var named = Json.createObjectBuilder().add("name", "Terminal").build();
        return workspace.person().post("/api/api-keys", named).expecting(201).text("secret");
    }

    @Test
    void bringsAMessageFromTheTerminalToAPhone() throws Exception {
        assumeTrue(there("curl"), "SKIPPED: the README's lines need curl and bash");
        var workspace = Workspace.signUp("Ana");
        var script = walkThrough()
                        .replace("localhost:9080", SharedServer.url().getAuthority())
                        .replace("pk_…", key(workspace))
                        // It goes on in the background, and must not keep the output open.
                        .replace("\"$QR\" &", "\"$QR\" >simulator.log 2>&1 & echo $! >pid")
                + "\necho\necho $MESSAGE";
        assertThat(script).contains("echo $! >pid");
        try {
            var message = lastLineOf(run(script));

            Eventually.get(
                    () -> workspace.program().get("/api/messages/" + message),
                    answer -> answer.text("status").equals("DELIVERED"));
        } finally {
            endSimulator();
        }
    }

    private String run(String script) throws IOException, InterruptedException {
        var linked = script.replace("android-gateway/", ROOT + "/android-gateway/");
        var process = new ProcessBuilder("bash", "-euc", linked)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static String lastLineOf(String output) {
        return output.lines().reduce((first, second) -> second).orElseThrow();
    }

    private void endSimulator() throws IOException {
        var pid = folder.resolve("pid");
        if (Files.exists(pid)) {
            ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).ifPresent(simulator -> {
                simulator.destroyForcibly();
                simulator.onExit().join();
            });
        }
    }

    private static boolean there(String program) throws InterruptedException {
        try {
            return new ProcessBuilder("bash", "-c", "command -v " + program)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
