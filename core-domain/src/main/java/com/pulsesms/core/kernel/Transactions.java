package com.pulsesms.core.kernel;

import java.util.function.Supplier;

/**
 * Runs work so that all of what it stores becomes visible, or nothing.
 *
 * <p>An inner call joins the outer one. An exception, a {@link Refusal} too, undoes everything and reaches the caller.
 */
@DrivenPort
public interface Transactions {
    <T> T call(Supplier<T> work);

    default void run(Runnable work) {
        Supplier<Boolean> supplier = () -> {
            work.run();
            return true;
        };
        call(supplier);
    }

    /**
     * Runs {@code action} once the current transaction is committed, outside of it, in the order asked for; not at all if
     * it is undone; at once if there is none. What the action throws is logged and not passed on: the commit stands.
     */
    void afterCommit(Runnable action);
}
