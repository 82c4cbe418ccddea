package com.pulsesms.endtoend;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A file as a spreadsheet writes it: byte order mark, semicolons, national numbers, names with quotes and accents. */
final class CustomersCsv {
    private CustomersCsv() {}

    static byte[] of(int contacts) {
        var rows = IntStream.range(0, contacts).mapToObj(CustomersCsv::row).collect(Collectors.joining());
        return ("\uFEFFName;Mobile phone;City\r\n" + rows).getBytes(StandardCharsets.UTF_8);
    }

    private static String row(int i) {
        return "\"" + name(i) + "\";\"(202) 555-" + String.format("%04d", i) + "\";\"Springfield; " + i + "\"\r\n";
    }

    static String name(int i) {
        return "Žofia " + i;
    }
}
