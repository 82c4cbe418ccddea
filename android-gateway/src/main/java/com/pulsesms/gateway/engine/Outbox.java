package com.pulsesms.gateway.engine;

import java.io.Closeable;
import java.util.List;

/**
 * The phone's durable memory of one pairing. It stores entries and knows nothing of their life; that is {@link Ledger}'s.
 *
 * <p>An implementer keeps: {@link #write} is atomic and on disk (synced) when it returns, so that a process killed at any
 * time finds either all of a change or nothing of it; entries come back in the order asked for. Calls come from one
 * thread at a time.
 */
public interface Outbox extends Closeable {
    /** The entry of this claim, or null. */
    Entry find(Claim claim);

    /** All claims of this message that are still known. */
    List<Entry> ofMessage(String messageId);

    /** The first entries in this state, in order of arrival. */
    List<Entry> inState(EntryState state, int limit);

    /** The first entries that hold a report, by its seq. */
    List<Entry> withReport(int limit);

    /** The latest entries, newest first. */
    List<Entry> latest(int limit);

    QueueCounts counts();

    /** The highest order and the highest seq that were ever written; 0 when there is none. */
    long highestNumber();

    /** The value of a setting, or null. */
    String setting(String name);

    /** All remembered departures, oldest first. */
    List<Departure> departures();

    /** @throws OutboxFailed when it could not be stored; nothing of it is stored then */
    void write(Change change);

    @Override
    void close();
}
