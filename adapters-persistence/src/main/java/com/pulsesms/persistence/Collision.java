package com.pulsesms.persistence;

import java.sql.SQLException;
import java.util.Set;

/** When a database ended a transaction only because of another one, so that doing it again may go well. */
final class Collision {
    private static final Set<String> STATES = Set.of(
            "40001", // serialization failure; H2 says so of a deadlock too
            "40P01", // deadlock, on PostgreSQL
            "55P03", // lock not available, on PostgreSQL
            "HYT00"); // lock timeout, on H2

    private Collision() {}

    static boolean caused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && STATES.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
