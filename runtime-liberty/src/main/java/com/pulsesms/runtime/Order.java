package com.pulsesms.runtime;

/** In which order the application starts: lower first, and what has no number of its own after all of these. */
final class Order {
    static final int SETTINGS = 1;
    static final int SCHEMA = 2;
    static final int CLOCK = 3;
    static final int KEYS = 4;

    private Order() {}
}
