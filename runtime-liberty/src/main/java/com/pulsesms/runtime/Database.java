package com.pulsesms.runtime;

import com.pulsesms.core.Storage;
import com.pulsesms.persistence.JpaStorage;
import com.pulsesms.persistence.Migrations;
import com.pulsesms.persistence.keys.KeyPairs;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import javax.sql.DataSource;

/** The database: brought to its latest schema before anything else of the application begins. */
@ApplicationScoped
class Database {
    private static final System.Logger LOG = System.getLogger(Database.class.getName());

    @Resource(lookup = "jdbc/pulsesms")
    private DataSource source;

    @PersistenceUnit(unitName = JpaStorage.UNIT)
    private EntityManagerFactory rows;

    void migrate(@Observes @Priority(Order.SCHEMA) Startup started) {
        var migrations = Migrations.run(source);
        if (migrations > 0) {
            LOG.log(System.Logger.Level.INFO, "The schema was brought up to date by {0} migrations", migrations);
        }
    }

    @Produces
    @Singleton
    Storage storage() {
        return JpaStorage.open(rows);
    }

    @Produces
    @Singleton
    KeyPairs keyPairs() {
        return new KeyPairs(source);
    }
}
