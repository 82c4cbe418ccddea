package com.pulsesms.gateway.engine;

/**
 * A point in time that survives a reboot: exact by the elapsed-time clock within one boot, and by the server's time
 * beyond it.
 */
public final class Moment {
    private final long wallMillis;
    private final long elapsedMillis;
    private final String boot;

    public Moment(long wallMillis, long elapsedMillis, String boot) {
        this.wallMillis = wallMillis;
        this.elapsedMillis = elapsedMillis;
        this.boot = boot;
    }

    /** Milliseconds since 1970, corrected to the server's clock. */
    public long wallMillis() {
        return wallMillis;
    }

    public long elapsedMillis() {
        return elapsedMillis;
    }

    public String boot() {
        return boot;
    }

    public Moment plus(long millis) {
        return new Moment(wallMillis + millis, elapsedMillis + millis, boot);
    }

    /** How long until {@code due}; negative when it has passed. */
    public long millisTo(Moment due) {
        return sameBoot(due) ? due.elapsedMillis - elapsedMillis : due.wallMillis - wallMillis;
    }

    /** How long ago {@code earlier} was; never negative, even when the clock was set back. */
    public long millisSince(Moment earlier) {
        return Math.max(0, -millisTo(earlier));
    }

    public boolean reached(Moment due) {
        return millisTo(due) <= 0;
    }

    public boolean sameBoot(Moment other) {
        return boot.equals(other.boot);
    }
}
