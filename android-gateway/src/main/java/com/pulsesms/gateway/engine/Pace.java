package com.pulsesms.gateway.engine;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** How fast messages may leave, counted in parts: for the whole phone and per SIM. */
public final class Pace {
    /** What a phone keeps to until the server says otherwise; Android's own limit is 30 parts a minute. */
    public static final Pace DEFAULT =
            new Pace(false, 2_500, new PartCap(24, null, null), Collections.<Integer, PartCap>emptyMap());

    private final boolean unlimited;
    private final long minGapMillis;
    private final PartCap phone;
    private final Map<Integer, PartCap> sims;

    /** @param sims caps by subscription */
    public Pace(boolean unlimited, long minGapMillis, PartCap phone, Map<Integer, PartCap> sims) {
        this.unlimited = unlimited;
        this.minGapMillis = minGapMillis;
        this.phone = phone;
        this.sims = Collections.unmodifiableMap(new HashMap<Integer, PartCap>(sims));
    }

    public boolean unlimited() {
        return unlimited;
    }

    public long minGapMillis() {
        return minGapMillis;
    }

    public PartCap phone() {
        return phone;
    }

    public Map<Integer, PartCap> sims() {
        return sims;
    }

    PartCap sim(int subscriptionId) {
        PartCap cap = sims.get(subscriptionId);
        return cap == null ? PartCap.NONE : cap;
    }
}
