package com.pulsesms.rest.gateway;

import jakarta.ws.rs.ServiceUnavailableException;

/** This node takes no phones any more. */
final class ServerStops extends ServiceUnavailableException {
    private static final long serialVersionUID = 1;
    private static final long RETRY_AFTER_SECONDS = 2;

    ServerStops() {
        super("The server stops", RETRY_AFTER_SECONDS);
    }
}
