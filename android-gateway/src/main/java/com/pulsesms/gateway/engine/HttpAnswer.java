package com.pulsesms.gateway.engine;

/** What came back. */
public final class HttpAnswer {
    private final int status;
    private final String body;
    private final String retryAfter;

    /** @param retryAfter the header of that name, or null */
    public HttpAnswer(int status, String body, String retryAfter) {
        this.status = status;
        this.body = body;
        this.retryAfter = retryAfter;
    }

    public int status() {
        return status;
    }

    public String body() {
        return body;
    }

    /** What the server asked to wait, or 0. */
    long retryAfterMillis() {
        try {
            return retryAfter == null ? 0 : Math.max(0, Long.parseLong(retryAfter.trim())) * 1000;
        } catch (NumberFormatException e) {
            // It may also be a date; our server sends seconds.
            return 0;
        }
    }
}
