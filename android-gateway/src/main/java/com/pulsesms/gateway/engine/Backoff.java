package com.pulsesms.gateway.engine;

/** Growing pauses between attempts: doubled from 1 s to 60 s, each a random time between its half and its whole. */
final class Backoff {
    private static final long FIRST_MILLIS = 1_000;
    private static final long LONGEST_MILLIS = 60_000;

    private final Randomness randomness;
    private long wholeMillis = FIRST_MILLIS;

    Backoff(Randomness randomness) {
        this.randomness = randomness;
    }

    /** @param atLeastMillis what the server asked for, or 0 */
    synchronized long next(long atLeastMillis) {
        long half = wholeMillis / 2;
        long pause = half + (long) (randomness.next() * half);
        wholeMillis = Math.min(LONGEST_MILLIS, wholeMillis * 2);
        return Math.max(pause, atLeastMillis);
    }

    synchronized void reset() {
        wholeMillis = FIRST_MILLIS;
    }
}
