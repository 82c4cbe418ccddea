package com.pulsesms.gateway.engine;

import com.eclipsesource.json.Json;

/** The pace that holds now, kept on disk with what left under it. */
final class PaceKeeper {
    private static final String PACE = "pace";

    private final Ledger ledger;
    private final PaceWindow window;
    private volatile Pace pace;

    PaceKeeper(Ledger ledger, Moment now) {
        this.ledger = ledger;
        this.window = new PaceWindow(ledger.departures(), now);
        String kept = ledger.setting(PACE);
        this.pace = kept == null ? Pace.DEFAULT : parse(kept);
    }

    Pace pace() {
        return pace;
    }

    PaceWindow window() {
        return window;
    }

    void set(String json) {
        if (!json.equals(ledger.setting(PACE))) {
            pace = parse(json);
            ledger.set(PACE, json);
        }
    }

    private static Pace parse(String json) {
        return Wire.pace(Json.parse(json).asObject());
    }
}
