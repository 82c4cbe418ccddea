package com.pulsesms.gateway.engine;

/** One installation's tie to one organization on one server. */
public final class Pairing {
    private final String server;
    private final String deviceId;
    private final String token;
    private final String organizationId;
    private final String organizationName;
    private final int heartbeatSeconds;
    private final int pollSeconds;

    public Pairing(
            String server,
            String deviceId,
            String token,
            String organizationId,
            String organizationName,
            int heartbeatSeconds,
            int pollSeconds) {
        this.server = server;
        this.deviceId = deviceId;
        this.token = token;
        this.organizationId = organizationId;
        this.organizationName = organizationName;
        this.heartbeatSeconds = heartbeatSeconds;
        this.pollSeconds = pollSeconds;
    }

    public String server() {
        return server;
    }

    public String deviceId() {
        return deviceId;
    }

    public String token() {
        return token;
    }

    public String organizationId() {
        return organizationId;
    }

    public String organizationName() {
        return organizationName;
    }

    public int heartbeatSeconds() {
        return heartbeatSeconds;
    }

    public int pollSeconds() {
        return pollSeconds;
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return deviceId + " at " + server;
    }
}
