package com.pulsesms.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Locale;

/** Translates what the container refuses before, or in place of, a resource: no such path, another method, another type. */
@Provider
public class HttpErrorMapper implements ExceptionMapper<WebApplicationException> {
    private static final List<String> KEPT = List.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER, HttpHeaders.LOCATION);

    @Override
    public Response toResponse(WebApplicationException error) {
        var original = error.getResponse();
        if (original.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL
                || original.getEntity() instanceof Problem) {
            return original;
        }
        var status = Status.fromStatusCode(original.getStatus());
        var answer = problem(status == null ? Status.INTERNAL_SERVER_ERROR : status, error)
                .answer();
        KEPT.stream()
                .filter(original.getHeaders()::containsKey)
                .forEach(name ->
                        answer.getHeaders().put(name, original.getHeaders().get(name)));
        return answer;
    }

    private static Problem problem(Status status, WebApplicationException error) {
        return switch (status) {
            case NOT_FOUND -> Problem.of(status, "not_found", "There is nothing here");
            case METHOD_NOT_ALLOWED -> Problem.of(status, "method_not_allowed", "This path takes other methods only");
            case NOT_ACCEPTABLE ->
                Problem.of(status, "not_acceptable", "This is not to be had in any of the types that you accept");
            case UNSUPPORTED_MEDIA_TYPE ->
                Problem.of(status, "unsupported_media_type", "Send the body as another type, with a Content-Type");
            case REQUEST_ENTITY_TOO_LARGE -> Problem.of(status, "too_large", String.valueOf(error.getMessage()));
            case BAD_REQUEST -> Problem.of(status, "invalid_request", "The request can't be understood");
            default -> Problem.of(status, status.name().toLowerCase(Locale.ROOT), status.getReasonPhrase());
        };
    }
}
