package com.pulsesms.rest.idempotency;

import com.pulsesms.rest.TooLarge;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import javax.crypto.Mac;

/**
 * The body of a request that was read to its end, and can be read once more: a long one from a file that is gone when it is
 * closed.
 *
 * @param fingerprint of all that was read
 */
record ReadBody(InputStream stream, String fingerprint) {
    private static final int IN_MEMORY = 1 << 20;
    private static final int LARGEST_MIB = 64;
    private static final int CHUNK = 1 << 16;

    static ReadBody of(InputStream body, Mac fingerprint) throws IOException {
        var first = body.readNBytes(IN_MEMORY);
        fingerprint.update(first);
        var start = new ByteArrayInputStream(first);
        var stream = first.length < IN_MEMORY ? start : new SequenceInputStream(start, rest(body, fingerprint));
        return new ReadBody(stream, HexFormat.of().formatHex(fingerprint.doFinal()));
    }

    private static InputStream rest(InputStream body, Mac fingerprint) throws IOException {
        var file = Files.createTempFile("pulsesms-body", null);
        try (var out = Files.newOutputStream(file)) {
            var length = (long) IN_MEMORY;
            for (var chunk = body.readNBytes(CHUNK); chunk.length > 0; chunk = body.readNBytes(CHUNK)) {
                length += chunk.length;
                if (length > (long) LARGEST_MIB << 20) {
                    throw new TooLarge("The body is over " + LARGEST_MIB + " MiB");
                }
                fingerprint.update(chunk);
                out.write(chunk);
            }
        } catch (IOException | RuntimeException e) {
            Files.delete(file);
            throw e;
        }
        return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
    }
}
