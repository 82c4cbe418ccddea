package com.pulsesms.rest;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response.Status;

/** The caller sends more than we take. */
public final class TooLarge extends ClientErrorException {
    private static final long serialVersionUID = 1;

    /** @param why which limit was passed, for the caller */
    public TooLarge(String why) {
        super(why, Status.REQUEST_ENTITY_TOO_LARGE);
    }
}
