package com.pulsesms.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers what should not have happened without telling anything of it; the log has it under the id of the request. */
@Provider
public class BugMapper implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable bug) {
        return Problem.of(bug).answer();
    }
}
