package com.pulsesms.persistence;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * SQL on the connection of one transaction. Values are bound by their Java type: enums by name, instants as points in time,
 * collections of UUIDs and arrays of texts as arrays for {@code any(?)}, an empty optional as null.
 */
public final class Sql {
    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** Reads one row of an answer. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Columns row) throws SQLException;
    }

    /** One step of work with JDBC. */
    @FunctionalInterface
    private interface Step<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    /** @return how many rows were changed */
    public int update(String sql, Object... values) {
        return prepared(sql, statement -> {
            bind(statement, values);
            return statement.executeUpdate();
        });
    }

    /** @return for each of the values how many rows were changed */
    public int[] batch(String sql, List<Object[]> values) {
        if (values.isEmpty()) {
            return new int[0];
        }
        return prepared(sql, statement -> {
            for (var each : values) {
                bind(statement, each);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    public <T> List<T> query(String sql, Reader<T> reader, Object... values) {
        return prepared(sql, statement -> {
            bind(statement, values);
            try (var rows = statement.executeQuery()) {
                var columns = new Columns(rows);
                var result = new ArrayList<T>();
                while (rows.next()) {
                    result.add(reader.read(columns));
                }
                return result;
            }
        });
    }

    /** As {@link #query}, where there is always exactly one row. */
    public <T> T one(String sql, Reader<T> reader, Object... values) {
        return query(sql, reader, values).get(0);
    }

    /** Such as {@code in ('QUEUED', 'DISPATCHED')}: constants, which the database can plan with. */
    public static String in(Collection<? extends Enum<?>> values) {
        return values.stream().map(value -> "'" + value.name() + "'").collect(Collectors.joining(", ", "in (", ")"));
    }

    private <T> T prepared(String sql, Step<T> step) {
        try (var statement = connection.prepareStatement(sql)) {
            return step.run(statement);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private void bind(PreparedStatement statement, Object[] values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            bind(statement, i + 1, values[i]);
        }
    }

    private void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else if (value instanceof Optional<?> optional) {
            bind(statement, index, optional.orElse(null));
        } else if (value instanceof OptionalInt optional) {
            bind(statement, index, optional.isPresent() ? optional.getAsInt() : null);
        } else if (value instanceof Instant instant) {
            statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
        } else if (value instanceof Enum<?> constant) {
            statement.setString(index, constant.name());
        } else if (value instanceof Collection<?> ids) {
            statement.setArray(index, connection.createArrayOf("uuid", ids.toArray(UUID[]::new)));
        } else if (value instanceof String[] texts) {
            statement.setArray(index, connection.createArrayOf("varchar", texts));
        } else {
            statement.setObject(index, value);
        }
    }
}
