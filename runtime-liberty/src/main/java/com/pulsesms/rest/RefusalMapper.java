package com.pulsesms.rest;

import com.pulsesms.core.kernel.FieldError;
import com.pulsesms.core.kernel.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Translates what the core refuses. */
@Provider
public class RefusalMapper implements ExceptionMapper<Refusal> {
    @Override
    public Response toResponse(Refusal refusal) {
        var answer = problem(refusal).answer();
        if (refusal instanceof Refusal.Unauthenticated) {
            answer.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer;
    }

    public static Problem problem(Refusal refusal) {
        if (refusal instanceof Refusal.LimitReached reached) {
            return Problem.of(status(refusal), reached);
        }
        var errors = refusal instanceof Refusal.Invalid invalid ? invalid.errors() : List.<FieldError>of();
        return Problem.of(status(refusal), refusal.code(), String.valueOf(refusal.getMessage()), errors);
    }

    /** Java 17 can't switch over a sealed family; a test asks for each of its members. */
    private static StatusType status(Refusal refusal) {
        if (refusal instanceof Refusal.NotFound) {
            return Status.NOT_FOUND;
        }
        if (refusal instanceof Refusal.Invalid) {
            return Status.BAD_REQUEST;
        }
        if (refusal instanceof Refusal.Conflict) {
            return Status.CONFLICT;
        }
        if (refusal instanceof Refusal.Gone) {
            return Status.GONE;
        }
        if (refusal instanceof Refusal.Unauthenticated) {
            return Status.UNAUTHORIZED;
        }
        if (refusal instanceof Refusal.Forbidden) {
            return Status.FORBIDDEN;
        }
        if (refusal instanceof Refusal.LimitReached) {
            return Status.PAYMENT_REQUIRED;
        }
        if (refusal instanceof Refusal.KeyReused) {
            return UnprocessableContent.STATUS;
        }
        throw new IllegalStateException("Nobody decided how " + refusal.getClass() + " is answered");
    }
}
