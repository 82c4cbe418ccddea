package com.pulsesms.gateway.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is written to an outbox in one atomic step. */
public final class Change {
    private final List<Entry> puts = new ArrayList<Entry>();
    private final List<Claim> deletes = new ArrayList<Claim>();
    private final Map<String, String> settings = new LinkedHashMap<String, String>();
    private final List<Departure> departures = new ArrayList<Departure>();
    private long forgetDeparturesBefore = Long.MIN_VALUE;
    private long forgetClosedBefore = Long.MIN_VALUE;

    public Change put(Entry entry) {
        puts.add(entry);
        return this;
    }

    public Change delete(Claim claim) {
        deletes.add(claim);
        return this;
    }

    public Change setting(String name, String value) {
        settings.put(name, value);
        return this;
    }

    public Change departed(Departure departure) {
        departures.add(departure);
        return this;
    }

    /** @param wallMillis departures before this need not be remembered any longer */
    public Change forgetDeparturesBefore(long wallMillis) {
        forgetDeparturesBefore = wallMillis;
        return this;
    }

    /** @param wallMillis entries that arrived before this and wait for nothing need not be remembered any longer */
    public Change forgetClosedBefore(long wallMillis) {
        forgetClosedBefore = wallMillis;
        return this;
    }

    public List<Entry> puts() {
        return puts;
    }

    public List<Claim> deletes() {
        return deletes;
    }

    public Map<String, String> settings() {
        return settings;
    }

    public List<Departure> departures() {
        return departures;
    }

    public long forgetDeparturesBefore() {
        return forgetDeparturesBefore;
    }

    public long forgetClosedBefore() {
        return forgetClosedBefore;
    }

    public boolean isEmpty() {
        return puts.isEmpty()
                && deletes.isEmpty()
                && settings.isEmpty()
                && departures.isEmpty()
                && forgetDeparturesBefore == Long.MIN_VALUE
                && forgetClosedBefore == Long.MIN_VALUE;
    }
}
