package com.pulsesms.persistence.keys;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The key pairs by which tokens are signed. The first node that needs one makes and keeps it; every other uses that. Each
 * call is a transaction of its own.
 */
public final class KeyPairs {
    private final DataSource database;

    public KeyPairs(DataSource database) {
        this.database = database;
    }

    /**
     * A key pair as it is kept.
     *
     * @param id what it is for, such as {@code tokens}
     * @param publicKey in X.509 encoding
     * @param encryptedPrivateKey in an encoding of the caller's
     */
    public record Kept(String id, byte[] publicKey, byte[] encryptedPrivateKey, Instant createdAt) {
        @Override
        public String toString() {
            return "Kept[" + id + "]";
        }
    }

    public Optional<Kept> load(String id) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select * from key_pair where id = ?")) {
            statement.setString(1, id);
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Kept(
                                id,
                                rows.getBytes("public_key"),
                                rows.getBytes("encrypted_private_key"),
                                rows.getObject("created_at", OffsetDateTime.class)
                                        .toInstant()))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The key pair " + id + " can't be read", e);
        }
    }

    /** @return the one that is kept from now on: {@code made}, or what was there before */
    public Kept insertIfAbsent(Kept made) {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement("insert into key_pair (id, public_key, encrypted_private_key,"
                                + " created_at) values (?, ?, ?, ?) on conflict do nothing")) {
            statement.setString(1, made.id());
            statement.setBytes(2, made.publicKey());
            statement.setBytes(3, made.encryptedPrivateKey());
            statement.setObject(4, made.createdAt().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The key pair " + made.id() + " can't be kept", e);
        }
        return load(made.id()).orElseThrow();
    }
}
