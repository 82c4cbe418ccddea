package com.pulsesms.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The figures of one benchmark: printed as a table, and kept as JSON in {@code target/benchmarks}. */
public final class Figures {
    private static final Path FOLDER = Path.of("target", "benchmarks");

    private final String benchmark;
    private final List<Figure> figures = new ArrayList<>();

    private record Figure(String what, double value, String unit, String target) {
        String row() {
            return String.format(Locale.ROOT, "| %-58s | %12.2f | %-6s | %-8s |", what, value, unit, target);
        }

        String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"what\": \"%s\", \"value\": %.3f, \"unit\": \"%s\", \"target\": \"%s\"}",
                    what,
                    value,
                    unit,
                    target);
        }
    }

    private Figures(String benchmark) {
        this.benchmark = benchmark;
    }

    public static Figures of(Class<?> benchmark) {
        return new Figures(benchmark.getSimpleName());
    }

    public Figures add(String what, double value, String unit) {
        return add(what, value, unit, "");
    }

    /** @param target what the value should be, such as {@code <= 1.5} */
    public Figures add(String what, double value, String unit, String target) {
        figures.add(new Figure(what, value, unit, target));
        return this;
    }

    /** Ends the benchmark. */
    public void publish() throws IOException {
        System.out.println(machine());
        figures.forEach(figure -> System.out.println(figure.row()));
        Files.createDirectories(FOLDER);
        var rows = figures.stream().map(Figure::json).collect(Collectors.joining(",\n    "));
        Files.writeString(
                FOLDER.resolve(benchmark + ".json"),
                "{\n  \"benchmark\": \"%s\",\n  \"machine\": \"%s\",\n  \"figures\": [\n    %s\n  ]\n}\n"
                        .formatted(benchmark, machine(), rows));
    }

    private static String machine() {
        return "%s %s, %d processors, Java %s"
                .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.version"));
    }
}
