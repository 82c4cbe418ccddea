package com.pulsesms.persistence;

import com.pulsesms.core.kernel.Transactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Transactions of a database, each bound to its thread. If an inner call fails, the outer one can't commit even if it
 * catches the exception.
 *
 * <p>The database may end a transaction because it collided with another one: a deadlock, or a lock that was not to be had.
 * Nothing of it is stored then and none of its actions has run, so the work is done again, up to {@value #ATTEMPTS} times.
 * Work must therefore change nothing but what is stored.
 */
public final class JpaTransactions implements Transactions {
    private static final System.Logger LOG = System.getLogger(JpaTransactions.class.getName());
    private static final int ATTEMPTS = 5;
    private static final long LONGEST_PAUSE_NANOS = 20_000_000;

    private final EntityManagerFactory factory;
    private final ThreadLocal<@Nullable Running> current = new ThreadLocal<>();

    public JpaTransactions(EntityManagerFactory factory) {
        this.factory = factory;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        var running = current.get();
        return running == null ? outermost(work) : join(running, work);
    }

    @Override
    public void afterCommit(Runnable action) {
        var running = current.get();
        if (running == null) {
            act(action);
        } else {
            running.actions.add(action);
        }
    }

    /**
     * Runs a store's work on rows, in the current transaction or in one of its own. Its changes are flushed and no row
     * stays in memory, so that what SQL does next and what is read next is never stale.
     */
    public <T> T rows(Function<EntityManager, T> work) {
        var running = current.get();
        return running == null ? call(() -> rows(work)) : flushed(running.rows, work);
    }

    /** As {@link #rows}, for work without a result. */
    public void changeRows(Consumer<EntityManager> work) {
        rows(rows -> {
            work.accept(rows);
            return true;
        });
    }

    /** Runs a store's work on sets of rows, in the current transaction or in one of its own. */
    public <T> T sql(Function<Sql, T> work) {
        return rows(rows -> work.apply(new Sql(rows.unwrap(Connection.class))));
    }

    private static <T> T flushed(EntityManager rows, Function<EntityManager, T> work) {
        try {
            var result = work.apply(rows);
            rows.flush();
            return result;
        } finally {
            rows.clear();
        }
    }

    private <T> T outermost(Supplier<T> work) {
        for (var attempt = 1; ; attempt++) {
            var actions = new ArrayList<Runnable>();
            T result;
            try {
                result = commit(work, actions);
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !Collision.caused(e)) {
                    throw e;
                }
                LOG.log(Level.DEBUG, "A transaction collided with another one and is done again", e);
                // Of two that collided, one should be through before the other tries again.
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(attempt * LONGEST_PAUSE_NANOS));
                continue;
            }
            actions.forEach(JpaTransactions::act);
            return result;
        }
    }

    private <T> T commit(Supplier<T> work, List<Runnable> actions) {
        try (var rows = factory.createEntityManager()) {
            var running = new Running(rows, actions);
            var transaction = rows.getTransaction();
            transaction.begin();
            current.set(running);
            try {
                var result = work.get();
                running.requireWhole();
                transaction.commit();
                return result;
            } finally {
                current.remove();
                if (transaction.isActive()) {
                    transaction.rollback();
                }
            }
        }
    }

    private static <T> T join(Running running, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            running.failed = e;
            throw e;
        }
    }

    private static void act(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "An action after a commit failed", e);
        }
    }

    private static final class Running {
        private final EntityManager rows;
        private final List<Runnable> actions;
        private @Nullable Throwable failed;

        private Running(EntityManager rows, List<Runnable> actions) {
            this.rows = rows;
            this.actions = actions;
        }

        private void requireWhole() {
            if (failed != null) {
                throw new IllegalStateException("An inner transaction failed, so the outer one can't commit", failed);
            }
        }
    }
}
