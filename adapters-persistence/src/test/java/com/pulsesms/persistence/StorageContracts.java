package com.pulsesms.persistence;

import com.pulsesms.core.Storage;
import com.pulsesms.core.apikey.ApiKeyStoreContract;
import com.pulsesms.core.billing.QuotaStoreContract;
import com.pulsesms.core.campaign.CampaignStoreContract;
import com.pulsesms.core.contact.ContactStore;
import com.pulsesms.core.contact.ContactStoreContract;
import com.pulsesms.core.contact.OptOutStoreContract;
import com.pulsesms.core.device.DepartureStoreContract;
import com.pulsesms.core.device.DeviceStoreContract;
import com.pulsesms.core.device.PairingCodeStoreContract;
import com.pulsesms.core.gateway.HandOverStoreContract;
import com.pulsesms.core.idempotency.AnswerStoreContract;
import com.pulsesms.core.identity.SessionStoreContract;
import com.pulsesms.core.identity.UserStoreContract;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Transactions;
import com.pulsesms.core.kernel.TransactionsContract;
import com.pulsesms.core.message.MessageStoreContract;
import com.pulsesms.core.message.ResendContract;
import com.pulsesms.core.organization.OrganizationStoreContract;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** What both databases keep: the contracts of all storage ports. */
abstract class StorageContracts
        implements OrganizationStoreContract,
                ApiKeyStoreContract,
                UserStoreContract,
                SessionStoreContract,
                DeviceStoreContract,
                DepartureStoreContract,
                PairingCodeStoreContract,
                OptOutStoreContract,
                QuotaStoreContract,
                MessageStoreContract,
                ResendContract,
                CampaignStoreContract,
                HandOverStoreContract,
                AnswerStoreContract {
    abstract TestDatabase database();

    @Override
    public Storage storage() {
        return database().storage();
    }

    @Nested
    class ContactStores implements ContactStoreContract {
        @Override
        public ContactStore contacts() {
            return database().storage().contacts();
        }

        @Override
        public Transactions transactions() {
            return database().storage().transactions();
        }

        @Override
        public OrganizationId newOrganization() {
            return new OrganizationId(UUID.randomUUID());
        }
    }

    @Nested
    class TransactionsOfTheDatabase implements TransactionsContract {
        private final JpaTransactions transactions =
                (JpaTransactions) database().storage().transactions();

        @BeforeEach
        void empty() {
            transactions.sql(sql -> sql.update("create table if not exists word (word varchar(100) primary key)"));
            transactions.sql(sql -> sql.update("delete from word"));
        }

        @Override
        public Transactions transactions() {
            return transactions;
        }

        @Override
        public void store(String word) {
            transactions.sql(sql -> sql.update("insert into word (word) values (?)", word));
        }

        @Override
        public Set<String> stored() {
            return new HashSet<>(transactions.sql(sql -> sql.query("select word from word", row -> row.text("word"))));
        }
    }
}
