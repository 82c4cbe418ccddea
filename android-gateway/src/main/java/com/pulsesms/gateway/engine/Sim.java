package com.pulsesms.gateway.engine;

/** A SIM card in this phone. */
public final class Sim {
    private final int slot;
    private final int subscriptionId;
    private final String carrier;
    private final String number;

    /**
     * @param slot counts from 0
     * @param carrier the carrier's name, or null
     * @param number its own number, or null when neither carrier nor person told it
     */
    public Sim(int slot, int subscriptionId, String carrier, String number) {
        this.slot = slot;
        this.subscriptionId = subscriptionId;
        this.carrier = carrier;
        this.number = number;
    }

    public int slot() {
        return slot;
    }

    public int subscriptionId() {
        return subscriptionId;
    }

    public String carrier() {
        return carrier;
    }

    public String number() {
        return number;
    }
}
