package com.pulsesms.core.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The tables of one installation, kept in memory and lost with the process.
 *
 * <p>One lock guards all of them, so that a transaction is alone: it sees nothing half-done and nothing half-done of it
 * is seen. What it changes is written to an undo log, and played back if it fails.
 */
public final class MemoryDatabase {
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Transaction current;

    /** A table whose rows are ordered by {@code order} of their keys. */
    public <K, V> Table<K, V> table(Comparator<? super K> order) {
        return new Table<>(this, order);
    }

    /** A table whose rows are ordered by id, as databases order UUIDs: by their bytes, unsigned. */
    public <K, V> Table<K, V> tableById(Function<? super K, UUID> idOf) {
        return table(Comparator.comparing(idOf, MemoryDatabase::compare));
    }

    /** The order of UUIDs in databases; {@link UUID#compareTo} is signed and differs. */
    public static int compare(UUID a, UUID b) {
        var high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }

    /**
     * Runs {@code work} alone and so that all it changes stays, or nothing. Within a transaction of this thread it is a
     * part of that: if it fails, its own changes are undone, and the rest goes on if the exception is caught.
     */
    public <T> T atomically(Supplier<T> work) {
        var running = transaction();
        return running == null ? begin(work) : part(running, work);
    }

    /** As {@link #atomically(Supplier)}, for work without a result. */
    public void atomically(Runnable work) {
        atomically(() -> {
            work.run();
            return true;
        });
    }

    /** As {@link #atomically(Supplier)}, but a failure undoes the whole transaction even if the exception is caught. */
    <T> T transact(Supplier<T> work) {
        var running = transaction();
        return running == null ? begin(work) : join(running, work);
    }

    private <T> T begin(Supplier<T> work) {
        var transaction = new Transaction();
        T result;
        lock.lock();
        try {
            current = transaction;
            result = work.get();
            if (transaction.doomed) {
                throw new IllegalStateException("An inner transaction failed, so the outer one can't commit");
            }
            transaction.committed = true;
        } finally {
            if (!transaction.committed) {
                transaction.undoTo(0);
            }
            current = null;
            lock.unlock();
        }
        transaction.afterCommit.forEach(Runnable::run);
        return result;
    }

    private static <T> T part(Transaction running, Supplier<T> work) {
        var before = running.undo.size();
        var done = false;
        try {
            var result = work.get();
            done = true;
            return result;
        } finally {
            if (!done) {
                running.undoTo(before);
            }
        }
    }

    private static <T> T join(Transaction running, Supplier<T> work) {
        var done = false;
        try {
            var result = work.get();
            done = true;
            return result;
        } finally {
            running.doomed |= !done;
        }
    }

    /** Asks for {@code action} to be run when this thread's transaction is committed; false if there is none. */
    boolean afterCommit(Runnable action) {
        var running = transaction();
        return running != null && running.afterCommit.add(action);
    }

    /** Runs one statement of a table; outside of a transaction it is one of its own. */
    <T extends @Nullable Object> T statement(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Remembers how to take back what was just changed. */
    void undoBy(Runnable undo) {
        var running = transaction();
        if (running != null) {
            running.undo.push(undo);
        }
    }

    void requireTransaction() {
        if (transaction() == null) {
            throw new IllegalStateException("Rows can be walked over within a transaction only");
        }
    }

    private @Nullable Transaction transaction() {
        return lock.isHeldByCurrentThread() ? current : null;
    }

    private static final class Transaction {
        private final Deque<Runnable> undo = new ArrayDeque<>();
        private final List<Runnable> afterCommit = new ArrayList<>();
        private boolean doomed;
        private boolean committed;

        private void undoTo(int size) {
            while (undo.size() > size) {
                undo.pop().run();
            }
        }
    }
}
