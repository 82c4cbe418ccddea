package com.pulsesms.bench;

import java.lang.management.ManagementFactory;

/** What this process holds. */
public final class Memory {
    private static final double MEBIBYTE = 1024 * 1024;

    private Memory() {}

    /** The heap that is still used after a collection, in MiB. */
    public static double held() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed() / MEBIBYTE;
    }
}
