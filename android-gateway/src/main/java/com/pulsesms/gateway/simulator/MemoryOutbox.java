package com.pulsesms.gateway.simulator;

import com.pulsesms.gateway.engine.Change;
import com.pulsesms.gateway.engine.Claim;
import com.pulsesms.gateway.engine.Departure;
import com.pulsesms.gateway.engine.Entry;
import com.pulsesms.gateway.engine.EntryState;
import com.pulsesms.gateway.engine.Outbox;
import com.pulsesms.gateway.engine.QueueCounts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** An outbox that lasts as long as its process. */
public final class MemoryOutbox implements Outbox {
    private final Map<Claim, Entry> entries = new HashMap<>();
    private final Map<String, NavigableMap<Integer, Entry>> byMessage = new HashMap<>();
    private final Map<EntryState, NavigableMap<Long, Entry>> byState = new EnumMap<>(EntryState.class);
    private final NavigableMap<Long, Entry> byOrder = new TreeMap<>();
    private final NavigableMap<Long, Entry> bySeq = new TreeMap<>();
    private final Map<String, String> settings = new HashMap<>();
    private final Deque<Departure> departures = new ArrayDeque<>();
    private long highestNumber;

    public MemoryOutbox() {
        for (EntryState state : EntryState.values()) {
            byState.put(state, new TreeMap<>());
        }
    }

    @Override
    public Entry find(Claim claim) {
        return entries.get(claim);
    }

    @Override
    public List<Entry> ofMessage(String messageId) {
        Map<Integer, Entry> claims = byMessage.get(messageId);
        return claims == null ? new ArrayList<>() : new ArrayList<>(claims.values());
    }

    @Override
    public List<Entry> inState(EntryState state, int limit) {
        return first(byState.get(state).values(), limit);
    }

    @Override
    public List<Entry> withReport(int limit) {
        return first(bySeq.values(), limit);
    }

    @Override
    public List<Entry> latest(int limit) {
        return first(byOrder.descendingMap().values(), limit);
    }

    private static List<Entry> first(Collection<Entry> all, int limit) {
        List<Entry> first = new ArrayList<>(Math.min(limit, all.size()));
        for (Entry entry : all) {
            if (first.size() == limit) {
                break;
            }
            first.add(entry);
        }
        return first;
    }

    @Override
    public QueueCounts counts() {
        return new QueueCounts(
                byState.get(EntryState.CLAIMED).size(),
                byState.get(EntryState.ACCEPTED).size(),
                byState.get(EntryState.SENDING).size(),
                bySeq.size());
    }

    @Override
    public long highestNumber() {
        return highestNumber;
    }

    void atLeast(long number) {
        highestNumber = Math.max(highestNumber, number);
    }

    @Override
    public String setting(String name) {
        return settings.get(name);
    }

    Map<String, String> settings() {
        return settings;
    }

    @Override
    public List<Departure> departures() {
        return new ArrayList<>(departures);
    }

    @Override
    public void write(Change change) {
        for (Claim claim : change.deletes()) {
            remove(entries.get(claim));
        }
        for (Entry entry : change.puts()) {
            remove(entries.get(entry.claim()));
            add(entry);
        }
        settings.putAll(change.settings());
        departures.addAll(change.departures());
        while (!departures.isEmpty() && departures.peekFirst().at().wallMillis() < change.forgetDeparturesBefore()) {
            departures.removeFirst();
        }
        forgetClosed(change.forgetClosedBefore());
    }

    private void forgetClosed(long before) {
        if (before != Long.MIN_VALUE) {
            for (Entry entry : inState(EntryState.DONE, Integer.MAX_VALUE)) {
                if (!entry.open() && entry.arrived().wallMillis() < before) {
                    remove(entry);
                }
            }
        }
    }

    private void add(Entry entry) {
        entries.put(entry.claim(), entry);
        byMessage
                .computeIfAbsent(entry.claim().messageId(), id -> new TreeMap<>())
                .put(entry.claim().number(), entry);
        byState.get(entry.state()).put(entry.order(), entry);
        byOrder.put(entry.order(), entry);
        atLeast(entry.order());
        if (entry.report() != null) {
            bySeq.put(entry.report().seq(), entry);
            atLeast(entry.report().seq());
        }
    }

    private void remove(Entry entry) {
        if (entry == null) {
            return;
        }
        entries.remove(entry.claim());
        Map<Integer, Entry> claims = byMessage.get(entry.claim().messageId());
        claims.remove(entry.claim().number());
        if (claims.isEmpty()) {
            byMessage.remove(entry.claim().messageId());
        }
        byState.get(entry.state()).remove(entry.order());
        byOrder.remove(entry.order());
        if (entry.report() != null) {
            bySeq.remove(entry.report().seq());
        }
    }

    @Override
    public void close() {}
}
