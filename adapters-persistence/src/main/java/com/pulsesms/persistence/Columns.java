package com.pulsesms.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** The columns of the row that an answer is at, by name. */
public final class Columns {
    private final ResultSet rows;

    Columns(ResultSet rows) {
        this.rows = rows;
    }

    public UUID id(String column) throws SQLException {
        return rows.getObject(column, UUID.class);
    }

    public Optional<UUID> optionalId(String column) throws SQLException {
        return Optional.ofNullable(id(column));
    }

    public String text(String column) throws SQLException {
        return rows.getString(column);
    }

    public Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(text(column));
    }

    public int number(String column) throws SQLException {
        return rows.getInt(column);
    }

    public Optional<Integer> optionalNumber(String column) throws SQLException {
        var number = rows.getInt(column);
        return rows.wasNull() ? Optional.empty() : Optional.of(number);
    }

    public long count(String column) throws SQLException {
        return rows.getLong(column);
    }

    public boolean is(String column) throws SQLException {
        return rows.getBoolean(column);
    }

    public Optional<Instant> optionalInstant(String column) throws SQLException {
        return Optional.ofNullable(rows.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    public <E extends Enum<E>> E constant(String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, rows.getString(column));
    }
}
