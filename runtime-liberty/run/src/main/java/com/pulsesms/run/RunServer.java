package com.pulsesms.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Runs the packaged server in a process of its own, and ends it when this process is asked to end. It is a program, and
 * not a setting of Maven, because Maven would leave the server behind when only Maven itself is stopped.
 */
public final class RunServer {
    /** How a server ends that was stopped: by itself, by Ctrl-C, or by a request to terminate. */
    private static final Set<Integer> STOPPED = Set.of(0, 128 + 2, 128 + 15);

    private static final int PATIENCE_SECONDS = 60;

    private RunServer() {}

    /** Takes the folder of Liberty, of our server's configuration, and of its data if the environment names none. */
    public static void main(String[] folders) throws IOException, InterruptedException {
        var server = start(Path.of(folders[0]), Path.of(folders[1]), dataFolder(folders[2]));
        var end = new Thread(() -> end(server));
        Runtime.getRuntime().addShutdownHook(end);
        var result = server.waitFor();
        if (!STOPPED.contains(result)) {
            throw new IllegalStateException("The server ended by itself, with result " + result);
        }
    }

    private static Process start(Path liberty, Path configuration, Path data) throws IOException {
        var command = new ProcessBuilder(script(liberty), "run", "pulsesms").inheritIO();
        command.environment().put("WLP_USER_DIR", configuration.toRealPath().toString());
        command.environment().put("WLP_OUTPUT_DIR", data.resolve("server").toString());
        command.environment().put("PULSESMS_DATA", data.toString());
        return command.start();
    }

    private static String script(Path liberty) {
        var name = File.separatorChar == '\\' ? "server.bat" : "server";
        return liberty.resolve("bin").resolve(name).normalize().toString();
    }

    private static Path dataFolder(String otherwise) {
        var chosen = System.getenv("PULSESMS_DATA");
        return Path.of(chosen == null || chosen.isBlank() ? otherwise : chosen)
                .toAbsolutePath()
                .normalize();
    }

    private static void end(Process server) {
        server.destroy();
        try {
            if (!server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            server.destroyForcibly();
        }
    }
}
