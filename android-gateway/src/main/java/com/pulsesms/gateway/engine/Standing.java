package com.pulsesms.gateway.engine;

/** How this phone stands with its server; what it keeps on disk survives a restart. */
public final class Standing {
    private static final String PAUSED = "paused";
    private static final String UNPAIRED = "unpaired";

    private final Ledger ledger;
    private volatile boolean paused;
    private volatile boolean unpaired;
    private volatile boolean leaving;
    private volatile boolean tokenInvalid;
    private volatile long lastContactMillis;
    private volatile String problem;

    Standing(Ledger ledger) {
        this.ledger = ledger;
        this.paused = "true".equals(ledger.setting(PAUSED));
        this.unpaired = "true".equals(ledger.setting(UNPAIRED));
    }

    boolean mayWork() {
        return !paused && !unpaired && !leaving && !tokenInvalid;
    }

    /** Whether the server's people paused this phone. */
    public boolean paused() {
        return paused;
    }

    /** Whether the server's people removed this phone. */
    public boolean unpaired() {
        return unpaired;
    }

    /** Whether the server no longer knows this phone; nothing is deleted for that. */
    public boolean tokenInvalid() {
        return tokenInvalid;
    }

    /** When the server last answered, in server time; 0 when it never did. */
    public long lastContactMillis() {
        return lastContactMillis;
    }

    /** Why the last call failed, or null when it didn't. */
    public String problem() {
        return problem;
    }

    void contacted(long nowMillis) {
        lastContactMillis = nowMillis;
        problem = null;
        tokenInvalid = false;
    }

    void failed(Exception failure) {
        problem = failure instanceof ServerRefused
                ? failure.getMessage().trim()
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
        if (failure instanceof ServerRefused) {
            ServerRefused refused = (ServerRefused) failure;
            tokenInvalid |= refused.tokenInvalid();
            if (refused.deviceRemoved()) {
                unpaired(true);
            }
        }
    }

    void paused(boolean nowPaused) {
        paused = nowPaused;
        ledger.set(PAUSED, Boolean.toString(nowPaused));
    }

    /** Both ways: a phone that was removed may be paired again as the same device. */
    void unpaired(boolean nowUnpaired) {
        unpaired = nowUnpaired;
        ledger.set(UNPAIRED, Boolean.toString(nowUnpaired));
    }

    void leaving(boolean nowLeaving) {
        leaving = nowLeaving;
    }
}
