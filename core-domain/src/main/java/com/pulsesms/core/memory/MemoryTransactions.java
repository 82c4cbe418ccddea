package com.pulsesms.core.memory;

import com.pulsesms.core.kernel.Transactions;
import java.util.function.Supplier;

/**
 * Transactions on a {@link MemoryDatabase}: one at a time. If an inner call fails, the outer one can't commit even if it
 * catches the exception.
 */
public final class MemoryTransactions implements Transactions {
    private static final System.Logger LOG = System.getLogger(MemoryTransactions.class.getName());

    private final MemoryDatabase database;

    public MemoryTransactions(MemoryDatabase database) {
        this.database = database;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        return database.transact(work);
    }

    @Override
    public void afterCommit(Runnable action) {
        Runnable guarded = () -> {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "An action after a commit failed", e);
            }
        };
        if (!database.afterCommit(guarded)) {
            guarded.run();
        }
    }
}
