package com.pulsesms.persistence;

import com.pulsesms.core.Storage;
import com.pulsesms.persistence.apikey.JpaApiKeyStore;
import com.pulsesms.persistence.billing.JpaQuotaStore;
import com.pulsesms.persistence.campaign.JpaCampaignStore;
import com.pulsesms.persistence.contact.JpaContactStore;
import com.pulsesms.persistence.contact.JpaOptOutStore;
import com.pulsesms.persistence.device.JpaDepartureStore;
import com.pulsesms.persistence.device.JpaDeviceStore;
import com.pulsesms.persistence.device.JpaPairingCodeStore;
import com.pulsesms.persistence.gateway.JpaHandOverStore;
import com.pulsesms.persistence.idempotency.JpaAnswerStore;
import com.pulsesms.persistence.identity.JpaSessionStore;
import com.pulsesms.persistence.identity.JpaUserStore;
import com.pulsesms.persistence.message.JpaMessageStore;
import com.pulsesms.persistence.organization.JpaOrganizationStore;
import com.pulsesms.persistence.webhook.JpaDeliveryStore;
import com.pulsesms.persistence.webhook.JpaEndpointStore;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;

/** The front door: all storage ports over one database. */
public final class JpaStorage {
    /** The name of the persistence unit. */
    public static final String UNIT = "pulsesms";

    private JpaStorage() {}

    /**
     * Opens the storage. The schema must be {@linkplain Migrations there}.
     *
     * @param factory of the unit {@value #UNIT}, whose data source takes part in no transactions but ours
     * @throws IllegalStateException if the database is neither H2 nor PostgreSQL, or its isolation level is not READ COMMITTED
     */
    public static Storage open(EntityManagerFactory factory) {
        var transactions = new JpaTransactions(factory);
        var dialect = transactions.rows(rows -> Dialect.of(rows.unwrap(Connection.class)));
        var contacts = new JpaContactStore(transactions);
        var campaigns = new JpaCampaignStore(transactions);
        return new Storage(
                transactions,
                new JpaOrganizationStore(transactions),
                new JpaApiKeyStore(transactions),
                new JpaUserStore(transactions),
                new JpaSessionStore(transactions),
                contacts,
                new JpaOptOutStore(transactions),
                new JpaDeviceStore(transactions, dialect),
                new JpaDepartureStore(transactions),
                new JpaPairingCodeStore(transactions),
                new JpaQuotaStore(transactions),
                new JpaMessageStore(transactions),
                campaigns,
                new JpaHandOverStore(transactions, dialect, contacts, campaigns),
                new JpaEndpointStore(transactions),
                new JpaDeliveryStore(transactions, dialect),
                new JpaAnswerStore(transactions));
    }
}
