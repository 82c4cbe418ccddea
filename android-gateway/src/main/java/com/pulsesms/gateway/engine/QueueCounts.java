package com.pulsesms.gateway.engine;

/** How much an outbox holds. */
public final class QueueCounts {
    private final int claimed;
    private final int accepted;
    private final int sending;
    private final int reports;

    public QueueCounts(int claimed, int accepted, int sending, int reports) {
        this.claimed = claimed;
        this.accepted = accepted;
        this.sending = sending;
        this.reports = reports;
    }

    public int claimed() {
        return claimed;
    }

    /** Messages that wait for their turn. */
    public int accepted() {
        return accepted;
    }

    /** Messages handed to the radio without a result. */
    public int sending() {
        return sending;
    }

    /** Reports that the server has not confirmed. */
    public int reports() {
        return reports;
    }

    public boolean isEmpty() {
        return claimed + accepted + sending + reports == 0;
    }
}
