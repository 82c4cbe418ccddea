package com.pulsesms.rest;

import com.pulsesms.core.kernel.FieldError;
import com.pulsesms.core.kernel.Limit;
import com.pulsesms.core.kernel.Refusal;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.util.List;
import java.util.Optional;

/**
 * What went wrong, as RFC 9457 says it.
 *
 * @param code stable, for programs
 * @param detail a sentence for people
 * @param errors what is wrong with which field of the input
 * @param limit the numbers of the limit that was reached
 * @param bug what should not have happened; for the log, never for the caller
 */
public record Problem(
        StatusType status,
        String code,
        String detail,
        List<FieldError> errors,
        Optional<Limit> limit,
        Optional<Throwable> bug) {
    public static final MediaType TYPE = new MediaType("application", "problem+json");

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(StatusType status, String code, String detail) {
        return of(status, code, detail, List.of());
    }

    static Problem of(StatusType status, String code, String detail, List<FieldError> errors) {
        return new Problem(status, code, detail, errors, Optional.empty(), Optional.empty());
    }

    static Problem of(StatusType status, Refusal.LimitReached refusal) {
        return new Problem(
                status,
                refusal.code(),
                String.valueOf(refusal.getMessage()),
                List.of(),
                Optional.of(refusal.limit()),
                Optional.empty());
    }

    static Problem of(Throwable bug) {
        return new Problem(
                Status.INTERNAL_SERVER_ERROR,
                "internal",
                "Something went wrong on our side",
                List.of(),
                Optional.empty(),
                Optional.of(bug));
    }

    /** {@link Problems} writes it. */
    public Response answer() {
        return Response.status(status).type(TYPE).entity(this).build();
    }

    public JsonObject json(String requestId) {
        var json = Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", status.getReasonPhrase())
                .add("status", status.getStatusCode())
                .add("detail", detail)
                .add("code", code)
                .add("requestId", requestId);
        if (!errors.isEmpty()) {
            var fields = Json.createArrayBuilder();
            errors.forEach(error -> fields.add(
                    Json.createObjectBuilder().add("field", error.field()).add("message", error.message())));
            json.add("errors", fields);
        }
        limit.ifPresent(numbers -> tell(numbers, json));
        return json.build();
    }

    private static void tell(Limit numbers, JsonObjectBuilder json) {
        json.add("limit", numbers.limit())
                .add("used", numbers.used())
                .add("requested", numbers.requested())
                .add("remaining", numbers.remaining());
        numbers.resetsAt().ifPresent(time -> json.add("resetsAt", time.toString()));
    }
}
