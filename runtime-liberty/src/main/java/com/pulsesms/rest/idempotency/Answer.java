package com.pulsesms.rest.idempotency;

import com.pulsesms.rest.Problem;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What is told once more when a call is repeated.
 *
 * @param type the media type of the body
 */
record Answer(int status, String type, Optional<String> location, Optional<String> body) {
    static final String REPLAYED = "Idempotent-Replayed";

    /** Of what a resource's method returned. */
    static Answer of(@Nullable Object returned, Jsonb jsonb) {
        if (returned instanceof Response response) {
            var location = Optional.ofNullable(response.getLocation()).map(URI::toString);
            return new Answer(
                    response.getStatus(), MediaType.APPLICATION_JSON, location, body(response.getEntity(), jsonb));
        }
        var status = returned == null ? Status.NO_CONTENT : Status.OK;
        return new Answer(status.getStatusCode(), MediaType.APPLICATION_JSON, Optional.empty(), body(returned, jsonb));
    }

    private static Optional<String> body(@Nullable Object entity, Jsonb jsonb) {
        return Optional.ofNullable(entity).map(jsonb::toJson);
    }

    static Answer of(Problem problem, String requestId) {
        return new Answer(
                problem.status().getStatusCode(),
                Problem.TYPE.toString(),
                Optional.empty(),
                Optional.of(problem.json(requestId).toString()));
    }

    Response response() {
        var response = Response.status(status).header(REPLAYED, true);
        location.map(URI::create).ifPresent(response::location);
        body.ifPresent(text -> response.type(type).entity(text.getBytes(StandardCharsets.UTF_8)));
        return response.build();
    }

    /** Short, since long answers repeat themselves. */
    String written() {
        var json = Json.createObjectBuilder().add("status", status).add("type", type);
        location.ifPresent(uri -> json.add("location", uri));
        body.ifPresent(text -> json.add("body", text));
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(json.build().toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    static Answer read(String written) {
        try (var zip = new GZIPInputStream(
                        new ByteArrayInputStream(Base64.getDecoder().decode(written)));
                var reader = Json.createReader(zip)) {
            return of(reader.readObject());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer of(JsonObject json) {
        return new Answer(
                json.getInt("status"),
                json.getString("type"),
                Optional.ofNullable(json.getString("location", null)),
                Optional.ofNullable(json.getString("body", null)));
    }

    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
