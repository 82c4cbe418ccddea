package com.pulsesms.gateway.simulator;

import com.pulsesms.gateway.engine.Clock;
import java.util.UUID;

/** The JVM's clocks; each process counts as a boot of its own. */
final class JvmClock implements Clock {
    private static final String BOOT = UUID.randomUUID().toString();

    @Override
    public long wallMillis() {
        return System.currentTimeMillis();
    }

    @Override
    public long elapsedMillis() {
        return System.nanoTime() / 1_000_000;
    }

    @Override
    public String boot() {
        return BOOT;
    }
}
