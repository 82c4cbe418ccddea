package com.pulsesms.gateway.engine;

/** The phone's clock corrected to the server's. */
public final class ServerTime {
    private final Clock clock;
    private volatile long offsetMillis;

    public ServerTime(Clock clock) {
        this.clock = clock;
    }

    public Moment now() {
        return new Moment(clock.wallMillis() + offsetMillis, clock.elapsedMillis(), clock.boot());
    }

    /** How far the phone's clock is behind the server's. */
    public long offsetMillis() {
        return offsetMillis;
    }

    public void correctBy(long newOffsetMillis) {
        offsetMillis = newOffsetMillis;
    }

    /** Learns from an answer: the server's clock stood at {@code serverMillis} about now. */
    public void learn(long serverMillis) {
        offsetMillis = serverMillis - clock.wallMillis();
    }
}
