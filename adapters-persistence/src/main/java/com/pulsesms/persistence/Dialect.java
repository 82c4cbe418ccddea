package com.pulsesms.persistence;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * How a database is asked for the first rows that no other transaction has locked: the one thing in which H2 and PostgreSQL
 * need to be told apart.
 */
public enum Dialect {
    /** Reads every candidate before it sorts and locks; without a sort it walks the index, which is ordered already. */
    H2 {
        @Override
        public String lockFirst(String from, String order, int limit) {
            return from + " limit " + limit + " for update skip locked";
        }
    },
    POSTGRESQL {
        @Override
        public String lockFirst(String from, String order, int limit) {
            return from + " order by " + order + " limit " + limit + " for update skip locked";
        }
    };

    /**
     * Completes a query so that it locks what it finds and passes over what is locked.
     *
     * @param from the query up to its conditions, which should be those of an index
     * @param order the rest of that index
     */
    public abstract String lockFirst(String from, String order, int limit);

    /** @throws IllegalStateException if it is neither of the two, or set so that it can't be relied on */
    static Dialect of(Connection connection) {
        try {
            require(
                    connection.getTransactionIsolation() == Connection.TRANSACTION_READ_COMMITTED,
                    "The data source must use the isolation level READ COMMITTED");
            var product = connection.getMetaData().getDatabaseProductName();
            return switch (product) {
                case "H2" -> h2(connection);
                case "PostgreSQL" -> POSTGRESQL;
                default -> throw new IllegalStateException("PulseSMS runs on H2 or PostgreSQL, not on " + product);
            };
        } catch (SQLException e) {
            throw new IllegalStateException("The database can't be asked what it is", e);
        }
    }

    private static Dialect h2(Connection connection) throws SQLException {
        // In a zone with summer time, EclipseLink would write the hour that comes twice an hour too early.
        requireSetting(connection, "TIME ZONE", "UTC");
        // With a delay, H2 forgets what was committed last when the process is killed.
        requireSetting(connection, "WRITE_DELAY", "0");
        return H2;
    }

    private static void requireSetting(Connection connection, String name, String value) throws SQLException {
        try (var query = connection.prepareStatement(
                "select setting_value from information_schema.settings where setting_name = ?")) {
            query.setString(1, name);
            try (var setting = query.executeQuery()) {
                require(
                        setting.next() && setting.getString("setting_value").equals(value),
                        "The URL of an H2 database must say " + name + "=" + value);
            }
        }
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalStateException(otherwise);
        }
    }
}
