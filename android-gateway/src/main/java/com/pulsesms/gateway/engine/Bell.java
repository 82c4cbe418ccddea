package com.pulsesms.gateway.engine;

/** Wakes one waiting loop; a ring while nobody waits is kept. */
final class Bell {
    private boolean rung;

    synchronized void ring() {
        rung = true;
        notifyAll();
    }

    synchronized void await(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; !rung && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        rung = false;
    }
}
