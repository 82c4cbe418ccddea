package com.pulsesms.persistence;

import com.pulsesms.core.Storage;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** A database with the schema in it, and the storage over it. */
public final class TestDatabase implements AutoCloseable {
    /** What a server sets for H2: see the manual. */
    static final String H2_SETTINGS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;TIME ZONE=UTC";

    private static final int CONNECTIONS = 20;

    private final JdbcConnectionPool connections;
    private final EntityManagerFactory factory;
    private final Storage storage;

    private TestDatabase(JdbcConnectionPool connections) {
        this.connections = connections;
        connections.setMaxConnections(CONNECTIONS);
        Migrations.run(connections);
        factory = Persistence.createEntityManagerFactory(
                JpaStorage.UNIT, Map.of("jakarta.persistence.nonJtaDataSource", connections));
        storage = JpaStorage.open(factory);
    }

    /** A file in {@code folder}. */
    public static TestDatabase h2(Path folder) {
        return new TestDatabase(emptyH2(folder));
    }

    static JdbcConnectionPool emptyH2(Path folder) {
        return JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("pulsesms") + H2_SETTINGS, "sa", "");
    }

    /** A database of its own in the one server of this process. */
    public static TestDatabase postgres() {
        return new TestDatabase(emptyPostgres());
    }

    static JdbcConnectionPool emptyPostgres() {
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var source = new PGConnectionPoolDataSource();
        source.setURL(Server.POSTGRES.getJdbcUrl("postgres", name) + "&reWriteBatchedInserts=true");
        return JdbcConnectionPool.create(source);
    }

    public Storage storage() {
        return storage;
    }

    public DataSource connections() {
        return connections;
    }

    public EntityManagerFactory factory() {
        return factory;
    }

    @Override
    public void close() {
        factory.close();
        connections.dispose();
    }

    private static final class Server {
        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("synchronous_commit", "on")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
