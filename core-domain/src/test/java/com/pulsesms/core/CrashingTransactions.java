package com.pulsesms.core;

import com.pulsesms.core.kernel.Transactions;
import java.util.function.Supplier;

/** Transactions of a node that dies when told. */
public final class CrashingTransactions implements Transactions {
    private final Transactions transactions;
    private int untilCrash = Integer.MAX_VALUE;
    private boolean forgetsActions;

    public CrashingTransactions(Transactions transactions) {
        this.transactions = transactions;
    }

    /** What the dying node throws. */
    public static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;

        Crash() {
            super("This crash is part of the test", null, false, false);
        }
    }

    /** Dies once, at the end of the {@code calls}-th transaction from now and before its commit. */
    public void crashIn(int calls) {
        untilCrash = calls;
    }

    /** Whether it dies after each commit and before what was to be done then. */
    public void forgetActions(boolean forget) {
        forgetsActions = forget;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        return transactions.call(() -> {
            var result = work.get();
            if (--untilCrash == 0) {
                throw new Crash();
            }
            return result;
        });
    }

    @Override
    public void afterCommit(Runnable action) {
        if (!forgetsActions) {
            transactions.afterCommit(action);
        }
    }
}
