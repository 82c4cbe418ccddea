package com.pulsesms.gateway.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the phone tells about itself with each heartbeat. */
public final class PhoneState {
    private final Integer battery;
    private final Boolean charging;
    private final String network;
    private final String cannotSend;
    private final Map<String, Boolean> permissions;
    private final List<Sim> sims;
    private final String appVersion;

    /**
     * @param battery percent, or null
     * @param network {@code WIFI}, {@code CELLULAR}, {@code ETHERNET}, {@code OTHER} or null
     * @param cannotSend why nothing can be sent now, in the form of a report's code; null when it can
     */
    public PhoneState(
            Integer battery,
            Boolean charging,
            String network,
            String cannotSend,
            Map<String, Boolean> permissions,
            List<Sim> sims,
            String appVersion) {
        this.battery = battery;
        this.charging = charging;
        this.network = network;
        this.cannotSend = cannotSend;
        this.permissions = Collections.unmodifiableMap(new TreeMap<String, Boolean>(permissions));
        this.sims = Collections.unmodifiableList(new ArrayList<Sim>(sims));
        this.appVersion = appVersion;
    }

    public Integer battery() {
        return battery;
    }

    public Boolean charging() {
        return charging;
    }

    public String network() {
        return network;
    }

    public String cannotSend() {
        return cannotSend;
    }

    public boolean canSend() {
        return cannotSend == null;
    }

    public Map<String, Boolean> permissions() {
        return permissions;
    }

    public List<Sim> sims() {
        return sims;
    }

    public String appVersion() {
        return appVersion;
    }

    boolean has(int subscriptionId) {
        for (Sim sim : sims) {
            if (sim.subscriptionId() == subscriptionId) {
                return true;
            }
        }
        return false;
    }
}
