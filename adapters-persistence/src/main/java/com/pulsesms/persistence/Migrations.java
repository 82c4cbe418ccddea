package com.pulsesms.persistence;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The history of the schema, in {@code db/migration}. A file that was released never changes; what changes the schema is a
 * new one.
 */
public final class Migrations {
    private static final String FOLDER = "classpath:db/migration";

    private Migrations() {}

    /**
     * Brings the database to the latest version; any number of nodes may try at once.
     *
     * @return how many migrations were run
     * @throws IllegalStateException if no migration is known: rather not start than run on an empty schema
     */
    public static int run(DataSource database) {
        var flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations(FOLDER)
                .failOnMissingLocations(true)
                .load();
        if (flyway.info().all().length == 0) {
            throw new IllegalStateException("No migration was found in " + FOLDER + ": the application is incomplete");
        }
        return flyway.migrate().migrationsExecuted;
    }
}
