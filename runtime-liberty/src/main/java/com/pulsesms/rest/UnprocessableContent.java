package com.pulsesms.rest;

import jakarta.ws.rs.core.Response.Status.Family;
import jakarta.ws.rs.core.Response.StatusType;

/** The status 422 (RFC 9110, section 15.5.21), which Jakarta REST does not name. */
enum UnprocessableContent implements StatusType {
    STATUS;

    private static final int CODE = 422;

    @Override
    public int getStatusCode() {
        return CODE;
    }

    @Override
    public Family getFamily() {
        return Family.CLIENT_ERROR;
    }

    @Override
    public String getReasonPhrase() {
        return "Unprocessable Content";
    }
}
