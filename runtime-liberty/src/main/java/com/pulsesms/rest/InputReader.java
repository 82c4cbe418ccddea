package com.pulsesms.rest;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads the body of a request that must be a JSON object, of a size that people and programs need. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class InputReader implements MessageBodyReader<Input> {
    private static final int LARGEST = 1 << 20;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == Input.class;
    }

    @Override
    public Input readFrom(
            Class<Input> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new TooLarge("The body is over 1 MiB");
        }
        try (var reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            return Input.of(reader.readObject());
        } catch (JsonException e) {
            throw new WebApplicationException(
                    Problem.of(Status.BAD_REQUEST, "malformed_json", "The body must be a JSON object")
                            .answer());
        }
    }
}
