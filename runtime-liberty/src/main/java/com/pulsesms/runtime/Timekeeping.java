package com.pulsesms.runtime;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Keeps this node's time at the database's. */
@ApplicationScoped
class Timekeeping {
    private static final int PAUSE_SECONDS = 60;
    private static final System.Logger LOG = System.getLogger(Timekeeping.class.getName());

    private final DatabaseClock clock = new DatabaseClock(Clock.systemUTC());

    @Resource(lookup = "jdbc/pulsesms")
    private DataSource database;

    @Resource
    private ManagedScheduledExecutorService executor;

    void begin(@Observes @Priority(Order.CLOCK) Startup started) {
        clock.correct(this::databaseTime);
        executor.scheduleWithFixedDelay(this::correct, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    private void correct() {
        try {
            clock.correct(this::databaseTime);
        } catch (IllegalStateException e) {
            LOG.log(System.Logger.Level.WARNING, "The clock goes on uncorrected", e);
        }
    }

    private Instant databaseTime() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select current_timestamp")) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not tell the time", e);
        }
    }

    DatabaseClock databaseClock() {
        return clock;
    }

    @Produces
    @Singleton
    Clock clock() {
        return clock;
    }
}
