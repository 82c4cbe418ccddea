package com.pulsesms.rest.gateway;

import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.rest.TooLarge;
import jakarta.json.Json;
import jakarta.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The body of a phone's request. */
final class Body {
    static final int LARGEST = 1024 * 1024;

    private Body() {}

    /**
     * @throws TooLarge if it is over {@value #LARGEST} bytes
     * @throws Refusal.Invalid if it is no JSON object
     */
    static Fields read(InputStream body) {
        try {
            var bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new TooLarge("The body is over 1 MiB: send less at once");
            }
            try (var reader = Json.createReader(new StringReader(new String(bytes, StandardCharsets.UTF_8)))) {
                return Fields.of(reader.readObject());
            }
        } catch (JsonException e) {
            throw new Refusal.Invalid("body", "The body must be a JSON object");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
