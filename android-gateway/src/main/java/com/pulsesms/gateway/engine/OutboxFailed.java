package com.pulsesms.gateway.engine;

/** The outbox could not be read or written: the disk is full or broken. Nothing is sent while that lasts. */
public final class OutboxFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public OutboxFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
