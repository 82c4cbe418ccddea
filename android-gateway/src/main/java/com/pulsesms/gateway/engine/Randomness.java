package com.pulsesms.gateway.engine;

/** Where jitter comes from. */
public interface Randomness {
    /** From 0 (inclusive) to 1 (exclusive). */
    double next();
}
