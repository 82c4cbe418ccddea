package com.pulsesms.gateway.app;

import android.content.BroadcastReceiver;

/** Work for a broadcast that ends with it; keeps the process alive meanwhile. */
abstract class Finishing implements Runnable {
    private final BroadcastReceiver.PendingResult broadcast;

    /** @param broadcast null where none is under way */
    Finishing(BroadcastReceiver.PendingResult broadcast) {
        this.broadcast = broadcast;
    }

    abstract void work();

    @Override
    public final void run() {
        try {
            work();
        } finally {
            if (broadcast != null) {
                broadcast.finish();
            }
        }
    }
}
