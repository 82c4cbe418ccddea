package com.pulsesms.gateway.engine;

/** The phone's clocks. */
public interface Clock {
    /** Milliseconds since 1970 as the phone believes; a person may set it at any time. */
    long wallMillis();

    /** Milliseconds that only grow, also in deep sleep; starts anew with each {@link #boot()}. */
    long elapsedMillis();

    /** Names the period in which {@link #elapsedMillis()} is comparable. */
    String boot();
}
