package com.pulsesms.gateway.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The life of every claim on this phone, one atomic outbox write per step. What it keeps: a claim goes to the radio at
 * most once unless the radio said for certain that no part left; what was given back is never sent; no report is
 * forgotten before the server took it.
 */
public final class Ledger {
    static final long NO_RESULT_AFTER_MILLIS = 15 * 60_000;
    /** The server gives up on a silent phone after 72 hours when there is no deadline; the phone does so earlier. */
    static final long TOO_OLD_AFTER_MILLIS = 48 * PaceWindow.HOUR;

    private static final int MOST_FAILURES = 5;
    private static final long RETRY_AFTER_MILLIS = 15_000;
    private static final long LIMIT_PAUSE_MILLIS = 90_000;
    private static final long REMEMBER_CLOSED_MILLIS = 7 * PaceWindow.DAY;
    private static final int ALL = Integer.MAX_VALUE;
    private static final String OFFSET = "serverTimeOffset";

    private final Outbox outbox;
    private final ServerTime time;
    private long lastNumber;

    public Ledger(Outbox outbox, ServerTime time) {
        this.outbox = outbox;
        this.time = time;
        this.lastNumber = outbox.highestNumber();
        String offset = outbox.setting(OFFSET);
        if (offset != null) {
            time.correctBy(Long.parseLong(offset));
        }
    }

    /**
     * To be called once after the process started: what was with the radio when the last process died and can't report
     * any longer becomes UNKNOWN.
     */
    public synchronized void recover(boolean resultsOutliveProcess) {
        Moment now = time.now();
        Change change = new Change();
        for (Entry entry : outbox.inState(EntryState.SENDING, ALL)) {
            // A reboot ends all pending results.
            if (!resultsOutliveProcess || !now.sameBoot(entry.departure().at())) {
                change.put(unanswered(entry, "DIED_WHILE_SENDING"));
            }
        }
        change.forgetClosedBefore(now.wallMillis() - REMEMBER_CLOSED_MILLIS);
        write(change);
    }

    /** Takes in what the server offers; what is known already is not taken twice. */
    public synchronized void claimed(List<Message> messages) {
        Moment now = time.now();
        Change change = new Change();
        for (Message message : messages) {
            Entry known = outbox.find(message.claim());
            if (known == null) {
                arrive(Entry.arrived(message, nextNumber(), now), change);
            } else if (known.state() == EntryState.DONE && known.report() == null) {
                // The server forgot what it confirmed, as after a restored backup.
                change.put(known.reporting(report(known.status(), left(known), known.code())));
            }
        }
        write(change);
    }

    private void arrive(Entry arrived, Change change) {
        Entry entry = arrived;
        for (Entry other : outbox.ofMessage(arrived.claim().messageId())) {
            if (other.claim().number() > arrived.claim().number()) {
                return;
            }
            if (other.state() == EntryState.CLAIMED) {
                change.delete(other.claim());
            } else if (other.state() == EntryState.ACCEPTED) {
                change.put(returned(other, "SUPERSEDED"));
            } else if (other.status() != Status.RETURNED && other.status() != Status.EXPIRED) {
                entry = known(arrived, other);
            }
        }
        change.put(entry);
    }

    /** What this phone knows of a message that went to the radio under an earlier claim, which the server forgot. */
    private Entry known(Entry arrived, Entry earlier) {
        return earlier.state() == EntryState.SENDING
                ? arrived.reporting(report(Status.UNKNOWN, left(earlier), "ALREADY_SENT"))
                : arrived.reporting(report(earlier.status(), left(earlier), earlier.code()));
    }

    public synchronized List<Claim> unaccepted(int limit) {
        List<Claim> claims = new ArrayList<Claim>();
        for (Entry entry : outbox.inState(EntryState.CLAIMED, limit)) {
            claims.add(entry.claim());
        }
        return claims;
    }

    /** Takes in the server's answer to an accept. */
    public synchronized void answered(Collection<Claim> accepted, Collection<Claim> dropped) {
        Change change = new Change();
        for (Claim claim : accepted) {
            Entry entry = outbox.find(claim);
            if (entry != null && entry.state() == EntryState.CLAIMED) {
                change.put(entry.accepted());
            }
        }
        for (Claim claim : dropped) {
            Entry entry = outbox.find(claim);
            if (entry != null && entry.state() == EntryState.CLAIMED) {
                change.delete(claim);
            }
        }
        write(change);
    }

    /** Ends what waited too long: for its turn, or for the radio's answer. */
    public synchronized void endOverdue() {
        Moment now = time.now();
        Change change = new Change();
        for (Entry entry : outbox.inState(EntryState.ACCEPTED, ALL)) {
            if (entry.deadline() != null && now.reached(entry.deadline())) {
                boolean later = entry.message().laterAgain();
                change.put(later ? returned(entry, "TIME_OVER") : entry.reporting(report(Status.EXPIRED, 0, null)));
            } else if (now.millisSince(entry.arrived()) >= TOO_OLD_AFTER_MILLIS) {
                change.put(returned(entry, "TOO_OLD"));
            }
        }
        for (Entry entry : outbox.inState(EntryState.SENDING, ALL)) {
            if (now.millisSince(entry.departure().at()) >= NO_RESULT_AFTER_MILLIS) {
                change.put(unanswered(entry, "NO_RESULT"));
            }
        }
        write(change);
    }

    public synchronized List<Entry> waiting(int limit) {
        return outbox.inState(EntryState.ACCEPTED, limit);
    }

    /** Marks messages as sending. Only what this returns may be handed to the radio, once. */
    public synchronized List<Entry> start(Map<Claim, Departure> departures, boolean remember) {
        Change change = new Change();
        for (Map.Entry<Claim, Departure> each : departures.entrySet()) {
            Entry entry = outbox.find(each.getKey());
            if (entry != null && entry.state() == EntryState.ACCEPTED) {
                change.put(entry.sending(each.getValue()));
                if (remember) {
                    change.departed(each.getValue());
                }
            }
        }
        if (!change.departures().isEmpty()) {
            change.forgetDeparturesBefore(time.now().wallMillis() - PaceWindow.DAY);
        }
        write(change);
        return change.puts();
    }

    /** Gives back a message that has not been started. */
    public synchronized void giveBack(Collection<Claim> claims, String code) {
        Change change = new Change();
        for (Claim claim : claims) {
            Entry entry = outbox.find(claim);
            if (entry != null && entry.state() == EntryState.ACCEPTED) {
                change.put(returned(entry, code));
            }
        }
        write(change);
    }

    /** Gives back all that has not been started, for this phone sends no more. */
    public synchronized void giveBackAll(String code) {
        Change change = new Change();
        for (Entry entry : outbox.inState(EntryState.ACCEPTED, ALL)) {
            change.put(returned(entry, code));
        }
        for (Entry entry : outbox.inState(EntryState.CLAIMED, ALL)) {
            change.delete(entry.claim());
        }
        write(change);
    }

    /** Takes in what the radio says; repeated, late and reordered news are harmless. */
    public synchronized void heard(List<PartResult> results) {
        Map<Claim, Entry> touched = new LinkedHashMap<Claim, Entry>();
        for (PartResult result : results) {
            Entry entry = touched.get(result.claim());
            entry = entry == null ? outbox.find(result.claim()) : entry;
            Entry next = entry == null ? null : heard(entry, result);
            if (next != entry) {
                touched.put(result.claim(), next);
            }
        }
        Change change = new Change();
        for (Entry entry : touched.values()) {
            change.put(entry);
        }
        write(change);
    }

    private Entry heard(Entry entry, PartResult result) {
        boolean handedOver = entry.state() == EntryState.SENDING || entry.state() == EntryState.DONE;
        if (!handedOver || entry.tally() == null || entry.attempt() != result.attempt()) {
            return entry;
        }
        Tally tally = entry.tally().with(result.part(), result.letter());
        if (tally.equals(entry.tally())) {
            return entry;
        }
        Entry next = entry.tallied(tally).withCode(weightier(entry.code(), result.code()));
        if (entry.state() == EntryState.SENDING && tally.nothingLeft()) {
            return nothingLeft(next);
        }
        Status status = tally.status();
        if (status == null || !status.raises(entry.status())) {
            // The reason of the status that stands is not overwritten.
            return entry.state() == EntryState.DONE ? entry.tallied(tally) : next;
        }
        return next.reporting(report(status, tally.left(), codeOf(status, next)));
    }

    private Entry nothingLeft(Entry entry) {
        Moment now = time.now();
        switch (RadioError.of(entry.code())) {
            case LIMIT:
                return entry.waitingAgain(now.plus(LIMIT_PAUSE_MILLIS), false);
            case TEMPORARY:
                int failures = entry.failures() + 1;
                return failures < MOST_FAILURES
                        ? entry.waitingAgain(now.plus(RETRY_AFTER_MILLIS << (failures - 1)), true)
                        : returned(entry, entry.code());
            default:
                return entry.reporting(report(Status.FAILED, 0, entry.code()));
        }
    }

    /** One reason for all parts: what will not get better outweighs what may. */
    private static String weightier(String current, String next) {
        if (next == null) {
            return current;
        }
        boolean weightier = current == null
                || (RadioError.of(current) != RadioError.PERMANENT && RadioError.of(next) == RadioError.PERMANENT);
        return weightier ? next : current;
    }

    private static String codeOf(Status status, Entry entry) {
        if (status == Status.FAILED) {
            return entry.tally().left() > 0 ? "PARTLY_SENT" : entry.code();
        }
        return status == Status.UNDELIVERED ? entry.code() : null;
    }

    private Entry unanswered(Entry entry, String code) {
        Tally tally = entry.tally();
        return tally.anyFailed() && tally.left() > 0
                ? entry.reporting(report(Status.FAILED, tally.left(), "PARTLY_SENT"))
                : entry.reporting(report(Status.UNKNOWN, tally.left(), code));
    }

    private Entry returned(Entry entry, String code) {
        return entry.reporting(report(Status.RETURNED, 0, code));
    }

    private Report report(Status status, int parts, String code) {
        return new Report(nextNumber(), status, time.now().wallMillis(), parts, code);
    }

    private static int left(Entry entry) {
        return entry.tally() == null ? 0 : entry.tally().left();
    }

    public synchronized List<Entry> reports(int limit) {
        return outbox.withReport(limit);
    }

    /** The server took these reports; one that was replaced by newer news meanwhile stays. */
    public synchronized void confirmed(Map<Long, Claim> reported) {
        Change change = new Change();
        for (Map.Entry<Long, Claim> each : reported.entrySet()) {
            Entry entry = outbox.find(each.getValue());
            if (entry != null && entry.report() != null && entry.report().seq() == each.getKey()) {
                change.put(entry.reported());
            }
        }
        write(change);
    }

    /** Puts a report that the server can't digest behind all others. */
    public synchronized void postpone(Claim claim) {
        Entry entry = outbox.find(claim);
        if (entry != null && entry.report() != null) {
            write(new Change().put(entry.reporting(entry.report().withSeq(nextNumber()))));
        }
    }

    public synchronized QueueCounts counts() {
        return outbox.counts();
    }

    public synchronized List<Entry> latest(int limit) {
        return outbox.latest(limit);
    }

    synchronized List<Departure> departures() {
        return outbox.departures();
    }

    public synchronized String setting(String name) {
        return outbox.setting(name);
    }

    public synchronized void set(String name, String value) {
        if (!value.equals(outbox.setting(name))) {
            write(new Change().setting(name, value));
        }
    }

    /** Corrects the clock to the server's; remembered when it moved by more than network delays explain. */
    synchronized void learnTime(long serverMillis) {
        long before = time.offsetMillis();
        time.learn(serverMillis);
        if (outbox.setting(OFFSET) == null || Math.abs(time.offsetMillis() - before) > 2_000) {
            write(new Change().setting(OFFSET, Long.toString(time.offsetMillis())));
        }
    }

    private long nextNumber() {
        lastNumber++;
        return lastNumber;
    }

    private void write(Change change) {
        if (!change.isEmpty()) {
            outbox.write(change);
        }
    }
}
