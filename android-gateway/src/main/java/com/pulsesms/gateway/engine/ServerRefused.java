package com.pulsesms.gateway.engine;

/** The server answered, but not with what was asked for. */
public final class ServerRefused extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final long retryAfterMillis;

    /** @param code the problem's code; empty when the answer was no problem of our server */
    ServerRefused(int status, String code, long retryAfterMillis) {
        super(status + " " + code);
        this.status = status;
        this.code = code;
        this.retryAfterMillis = retryAfterMillis;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    long retryAfterMillis() {
        return retryAfterMillis;
    }

    boolean tokenInvalid() {
        return status == 401 && "device_token_invalid".equals(code);
    }

    boolean deviceRemoved() {
        return status == 410 && "device_removed".equals(code);
    }

    /** Whether the server could not digest the request itself. */
    boolean indigestible() {
        return status == 400 || status == 413 || status == 422;
    }
}
