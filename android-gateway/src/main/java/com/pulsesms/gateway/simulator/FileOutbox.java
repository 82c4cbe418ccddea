package com.pulsesms.gateway.simulator;

import com.pulsesms.gateway.engine.Change;
import com.pulsesms.gateway.engine.Claim;
import com.pulsesms.gateway.engine.Departure;
import com.pulsesms.gateway.engine.Entry;
import com.pulsesms.gateway.engine.EntryState;
import com.pulsesms.gateway.engine.Outbox;
import com.pulsesms.gateway.engine.OutboxFailed;
import com.pulsesms.gateway.engine.QueueCounts;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.util.List;
import java.util.Map;

/**
 * An outbox in a folder: a journal of changes, synced with each, and all of it in memory. One process at a time may hold
 * the folder.
 */
public final class FileOutbox implements Outbox {
    private static final String HIGHEST_NUMBER = "journal.highestNumber";
    private static final long REWRITE_BEYOND = 64L << 20;
    private static final int ENTRIES_PER_LINE = 500;

    private final File path;
    private final RandomAccessFile lockFile;
    private final FileLock lock;
    private MemoryOutbox memory = new MemoryOutbox();
    private Journal journal;
    private long rewriteAt;

    public FileOutbox(File folder) {
        try {
            folder.mkdirs();
            path = new File(folder, "outbox.journal");
            lockFile = new RandomAccessFile(new File(folder, "outbox.lock"), "rw");
            lock = locked(lockFile);
            open();
            rewrite();
        } catch (IOException e) {
            throw new OutboxFailed("Can't open the outbox in " + folder, e);
        }
    }

    private static FileLock locked(RandomAccessFile file) throws IOException {
        try {
            FileLock lock = file.getChannel().tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process: the same answer.
        }
        file.close();
        throw new IOException("Another process uses this folder");
    }

    private void open() throws IOException {
        journal = new Journal(path);
        for (String line : journal.readAll()) {
            memory.write(ChangeJson.parse(line));
        }
        String highest = memory.setting(HIGHEST_NUMBER);
        memory.atLeast(highest == null ? 0 : Long.parseLong(highest));
    }

    /** Starts a journal that holds only what still counts. */
    private void rewrite() throws IOException {
        File fresh = new File(path.getPath() + ".new");
        if (fresh.exists() && !fresh.delete()) {
            throw new IOException("Can't delete " + fresh);
        }
        try (Journal next = new Journal(fresh)) {
            Change head = new Change();
            for (Map.Entry<String, String> each : memory.settings().entrySet()) {
                head.setting(each.getKey(), each.getValue());
            }
            head.setting(HIGHEST_NUMBER, Long.toString(memory.highestNumber()));
            for (Departure departure : memory.departures()) {
                head.departed(departure);
            }
            next.append(ChangeJson.of(head));
            Change chunk = new Change();
            for (Entry entry : memory.latest(Integer.MAX_VALUE)) {
                chunk.put(entry);
                if (chunk.puts().size() == ENTRIES_PER_LINE) {
                    next.append(ChangeJson.of(chunk));
                    chunk = new Change();
                }
            }
            next.append(ChangeJson.of(chunk));
        }
        journal.close();
        Journal.replace(fresh, path);
        memory = new MemoryOutbox();
        open();
        rewriteAt = journal.length() * 4 + REWRITE_BEYOND;
    }

    @Override
    public void write(Change change) {
        try {
            journal.append(ChangeJson.of(change));
            memory.write(change);
            if (journal.length() > rewriteAt) {
                rewrite();
            }
        } catch (IOException e) {
            throw new OutboxFailed("Can't write the outbox", e);
        }
    }

    @Override
    public Entry find(Claim claim) {
        return memory.find(claim);
    }

    @Override
    public List<Entry> ofMessage(String messageId) {
        return memory.ofMessage(messageId);
    }

    @Override
    public List<Entry> inState(EntryState state, int limit) {
        return memory.inState(state, limit);
    }

    @Override
    public List<Entry> withReport(int limit) {
        return memory.withReport(limit);
    }

    @Override
    public List<Entry> latest(int limit) {
        return memory.latest(limit);
    }

    @Override
    public QueueCounts counts() {
        return memory.counts();
    }

    @Override
    public long highestNumber() {
        return memory.highestNumber();
    }

    @Override
    public String setting(String name) {
        return memory.setting(name);
    }

    @Override
    public List<Departure> departures() {
        return memory.departures();
    }

    @Override
    public void close() {
        try {
            journal.close();
            lock.release();
            lockFile.close();
        } catch (IOException e) {
            throw new OutboxFailed("Can't close the outbox", e);
        }
    }
}
