package com.pulsesms.core.contact;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * The rows of a CSV file, read one after the other: comma, semicolon or tab, whichever the file uses, and a first line
 * {@code sep=;} as Excel knows it. Blank rows are passed over.
 */
final class CsvRows {
    /** How many rows are looked at before the file is read. */
    private static final int SAMPLE = 50;
    /** The longest row, in characters. */
    private static final int ROW_LIMIT = 1_000_000;

    private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)sep=(.)(\\r\\n|\\r|\\n|$)");

    private final CsvText text;
    private final RowGuard guard;
    private final CSVParser parser;
    private final List<List<String>> sample;
    private final long linesBefore;

    private CsvRows(CsvText text) throws IOException {
        this.text = text;
        var head = text.head();
        var separator = SEPARATOR_LINE.matcher(head);
        var told = separator.lookingAt();
        var body = told ? head.substring(separator.end()) : head;
        linesBefore = told ? 1 : 0;
        text.reader().skip(head.length() - body.length());
        var delimiter = told ? separator.group(1).charAt(0) : Delimiter.of(body);
        sample = sample(body, delimiter, head.length() < CsvText.HEAD);
        guard = new RowGuard(text.reader());
        parser = format(delimiter).parse(guard);
    }

    /** @param line where it begins, from 1 on */
    record Row(long line, List<String> cells) {}

    static CsvRows of(InputStream file, Optional<Charset> charset) {
        return reading(() -> new CsvRows(CsvText.of(file, charset)));
    }

    Charset charset() {
        return text.charset();
    }

    /** The first rows that are not blank; they stay to be read. */
    List<List<String>> sample() {
        return sample;
    }

    Optional<Row> next() {
        return reading(() -> {
            while (true) {
                var line = linesBefore + parser.getCurrentLineNumber() + 1;
                guard.rowBegins(line);
                var cells = next(parser);
                if (cells.isEmpty() || !blank(cells.get())) {
                    return cells.map(found -> new Row(line, found));
                }
            }
        });
    }

    private static Optional<List<String>> next(CSVParser parser) {
        var rows = parser.iterator();
        return rows.hasNext() ? Optional.of(rows.next().toList()) : Optional.empty();
    }

    private static List<List<String>> sample(String body, char delimiter, boolean whole) throws IOException {
        var rows = new ArrayList<List<String>>();
        try (var parser = format(delimiter).parse(new StringReader(body))) {
            for (var row = next(parser); row.isPresent() && rows.size() < SAMPLE; row = next(parser)) {
                if (!blank(row.get())) {
                    rows.add(row.get());
                }
            }
        }
        if (!whole && rows.size() > 1 && rows.size() < SAMPLE) {
            // The last row may be cut off.
            rows.remove(rows.size() - 1);
        }
        return rows;
    }

    private static boolean blank(List<String> cells) {
        return cells.stream().allMatch(String::isBlank);
    }

    private static CSVFormat format(char delimiter) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(true)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (CSVException e) {
            throw CsvText.refused("Not CSV: " + e.getMessage());
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CSVException csv ? CsvText.refused("Not CSV: " + csv.getMessage()) : e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses a row without end, such as one where a quote is never closed, before it fills the memory. */
    private static final class RowGuard extends FilterReader {
        private long line;
        private long length;

        private RowGuard(Reader in) {
            super(in);
        }

        private void rowBegins(long number) {
            line = number;
            length = 0;
        }

        @Override
        public int read() throws IOException {
            return grown(super.read(), 1);
        }

        @Override
        public int read(char[] chars, int offset, int count) throws IOException {
            var read = super.read(chars, offset, count);
            return grown(read, Math.max(read, 0));
        }

        private int grown(int result, int by) {
            length += by;
            if (length > ROW_LIMIT) {
                throw CsvText.refused("The row that begins in line " + line + " is longer than " + ROW_LIMIT
                        + " characters: is a quote not closed there?");
            }
            return result;
        }
    }
}
