package com.pulsesms.gateway.engine;

import java.io.IOException;

/** Carries one request to the server. */
public interface Http {
    /**
     * @param token sent as bearer token, or null
     * @param body JSON, or null for a request without one
     */
    HttpAnswer call(String method, String url, String token, String body, int timeoutMillis) throws IOException;

    /** Ends all calls that are under way with an {@link IOException}; later calls work. */
    void abort();
}
