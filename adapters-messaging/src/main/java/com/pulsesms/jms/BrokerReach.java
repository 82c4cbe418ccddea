package com.pulsesms.jms;

import jakarta.jms.JMSRuntimeException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether the broker takes our messages. Its loss is logged once, and so is its return; while it is gone it is asked once
 * a second, so that callers don't queue up behind its time-outs.
 */
final class BrokerReach {
    private static final System.Logger LOG = System.getLogger(BrokerReach.class.getName());
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

    private final String consequence;
    private final AtomicBoolean lost = new AtomicBoolean();
    private volatile long nextAttemptNanos = System.nanoTime();

    /** @param consequence what its loss means, in a sentence for the log */
    BrokerReach(String consequence) {
        this.consequence = consequence;
    }

    /** @return whether the broker took it */
    boolean attempt(Runnable sending) {
        if (lost.get() && nextAttemptNanos - System.nanoTime() > 0) {
            return false;
        }
        nextAttemptNanos = System.nanoTime() + BETWEEN_ATTEMPTS.toNanos();
        try {
            sending.run();
            found();
            return true;
        } catch (JMSRuntimeException e) {
            lose(e);
            return false;
        }
    }

    private void lose(JMSRuntimeException why) {
        if (lost.compareAndSet(false, true)) {
            LOG.log(System.Logger.Level.WARNING, "The broker can't be reached. " + consequence, why);
        }
    }

    private void found() {
        if (lost.compareAndSet(true, false)) {
            LOG.log(System.Logger.Level.INFO, "The broker can be reached again");
        }
    }
}
