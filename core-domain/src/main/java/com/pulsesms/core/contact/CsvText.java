package com.pulsesms.core.contact;

import com.pulsesms.core.kernel.Refusal;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The characters of a file that some program wrote in some encoding: guessed by its first bytes. */
final class CsvText {
    /** How much of a file is looked at, in bytes and in characters, before it is read. */
    static final int HEAD = 1 << 16;

    private static final int BYTE_ORDER_MARK = '\ufeff';

    private final BufferedReader reader;
    private final Reader decoder;
    private final Charset charset;

    private CsvText(Reader decoder, Charset charset) throws IOException {
        this.decoder = decoder;
        this.charset = charset;
        this.reader = new BufferedReader(decoder, HEAD);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
    }

    static CsvText of(InputStream file, Optional<Charset> told) throws IOException {
        var in = new BufferedInputStream(file, HEAD);
        in.mark(HEAD);
        var head = in.readNBytes(HEAD);
        in.reset();
        refuseOtherKinds(head);
        var charset = told.or(() -> utf16(head)).orElse(StandardCharsets.UTF_8);
        var lenient = told.isEmpty() && charset.equals(StandardCharsets.UTF_8);
        return new CsvText(lenient ? new LenientUtf8Reader(in) : new InputStreamReader(in, charset), charset);
    }

    Reader reader() {
        return reader;
    }

    /** The first characters, which stay to be read. */
    String head() throws IOException {
        var chars = new char[HEAD];
        reader.mark(HEAD);
        var length = 0;
        for (var read = 0; read >= 0 && length < HEAD; length += Math.max(read, 0)) {
            read = reader.read(chars, length, HEAD - length);
        }
        reader.reset();
        return new String(chars, 0, length);
    }

    /** What was found so far, and for certain once all is read. */
    Charset charset() {
        return decoder instanceof LenientUtf8Reader lenient ? lenient.charset() : charset;
    }

    private static Optional<Charset> utf16(byte[] head) {
        if (startsWith(head, 0xff, 0xfe)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (startsWith(head, 0xfe, 0xff)) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        // Digits, delimiters and line ends have a zero as their higher byte, whatever the script of the names.
        var zeros = new int[2];
        for (var i = 0; i < head.length; i++) {
            zeros[i % 2] += head[i] == 0 ? 1 : 0;
        }
        var few = head.length / 20;
        if (zeros[1] > few && zeros[1] > 4 * zeros[0]) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return zeros[0] > few && zeros[0] > 4 * zeros[1] ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static void refuseOtherKinds(byte[] head) {
        if (head.length == 0) {
            throw refused("The file is empty");
        }
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) {
            throw refused("This is a spreadsheet, not CSV: open it and save it as CSV");
        }
        if (startsWith(head, '%', 'P', 'D', 'F')) {
            throw refused("This is a PDF, not CSV");
        }
        if (new String(head, 0, Math.min(head.length, 20), StandardCharsets.ISO_8859_1).contains("BEGIN:VCARD")) {
            throw refused("These are vCards, not CSV: export the contacts as CSV");
        }
    }

    static Refusal refused(String message) {
        return new Refusal.Invalid("file", message);
    }

    private static boolean startsWith(byte[] head, int... prefix) {
        return head.length >= prefix.length
                && Arrays.equals(prefix, 0, prefix.length, unsigned(head, prefix.length), 0, prefix.length);
    }

    private static int[] unsigned(byte[] head, int length) {
        var values = new int[length];
        Arrays.setAll(values, i -> head[i] & 0xff);
        return values;
    }
}
