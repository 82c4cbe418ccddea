package com.pulsesms.rest.idempotency;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Gives an answer again. */
@Provider
public class ReplayMapper implements ExceptionMapper<Replay> {
    @Override
    public Response toResponse(Replay replay) {
        return replay.answer().response();
    }
}
