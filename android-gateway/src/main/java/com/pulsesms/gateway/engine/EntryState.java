package com.pulsesms.gateway.engine;

/** Where a claim stands on this phone. */
public enum EntryState {
    /** On disk, but not yet known to be this phone's own. */
    CLAIMED,
    /** This phone's alone; waits for its turn. */
    ACCEPTED,
    /** Marked before the radio was called; no result for all parts yet. */
    SENDING,
    /** It has a status; kept for late results and against a second send. */
    DONE
}
