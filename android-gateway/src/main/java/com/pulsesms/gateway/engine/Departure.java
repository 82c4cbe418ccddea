package com.pulsesms.gateway.engine;

/** Parts that were handed to the radio at one moment; what pace is counted from. */
public final class Departure {
    private final Moment at;
    private final int parts;
    private final int sim;

    public Departure(Moment at, int parts, int sim) {
        this.at = at;
        this.parts = parts;
        this.sim = sim;
    }

    public Moment at() {
        return at;
    }

    public int parts() {
        return parts;
    }

    public int sim() {
        return sim;
    }
}
