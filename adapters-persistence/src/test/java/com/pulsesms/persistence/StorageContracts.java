package com.pulsesms.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.Storage;
import com.pulsesms.core.apikey.ApiKeyStoreContract;
import com.pulsesms.core.billing.QuotaStoreContract;
import com.pulsesms.core.campaign.ACampaign;
import com.pulsesms.core.campaign.CampaignStoreContract;
import com.pulsesms.core.contact.ContactStore;
import com.pulsesms.core.contact.ContactStoreContract;
import com.pulsesms.core.contact.OptOutStoreContract;
import com.pulsesms.core.device.ADevice;
import com.pulsesms.core.device.DepartureStoreContract;
import com.pulsesms.core.device.DeviceStoreContract;
import com.pulsesms.core.device.PairingCodeStoreContract;
import com.pulsesms.core.gateway.AtDevice;
import com.pulsesms.core.gateway.HandOverStoreContract;
import com.pulsesms.core.idempotency.AnswerStoreContract;
import com.pulsesms.core.identity.SessionStoreContract;
import com.pulsesms.core.identity.UserStoreContract;
import com.pulsesms.core.kernel.AtOnce;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Transactions;
import com.pulsesms.core.kernel.TransactionsContract;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.message.MessageStoreContract;
import com.pulsesms.core.message.ResendContract;
import com.pulsesms.core.organization.AnOrganization;
import com.pulsesms.core.organization.OrganizationStoreContract;
import com.pulsesms.core.webhook.DeliveryStoreContract;
import com.pulsesms.core.webhook.EndpointStoreContract;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

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
                EndpointStoreContract,
                DeliveryStoreContract,
                AnswerStoreContract {
    abstract TestDatabase database();

    @Override
    public Storage storage() {
        return database().storage();
    }

    /** Counts anew after each step, so that a change that should outdate a count and does not is found out. */
    @Override
    public <T> T call(Supplier<T> work) {
        var result = storage().transactions().call(work);
        recount();
        return result;
    }

    @Override
    public void run(Runnable work) {
        storage().transactions().run(work);
        recount();
    }

    private void recount() {
        storage().transactions().run(() -> storage().messages().recount(Integer.MAX_VALUE));
    }

    @AfterEach
    void keepsNoCountThatIsOutdated() {
        recount();
        assertThat(counts("select campaign_id, counted from campaign_count where counted <> ''"))
                .isEqualTo(
                        counts(
                                "select campaign_id, string_agg(status || '=' || messages, ' ' order by status) as counted"
                                        + " from (select campaign_id, status, count(*) as messages from message"
                                        + " where campaign_id is not null group by campaign_id, status) as found group by campaign_id"));
    }

    @Test
    void countsRightWhileOthersChangeAndCount() {
        var organization = AnOrganization.in(storage());
        ACampaign.expanded(storage(), organization, 120);

        AtOnce.call(6, number -> {
            for (var round = 0; round < 20; round++) {
                if (number < 2) {
                    recount();
                } else {
                    var device = AtDevice.of(storage(), ADevice.in(storage(), organization));
                    device.claimed(2)
                            .forEach(claimed -> device.settle(claimed.claim().message(), MessageStatus.SENT));
                }
            }
            return true;
        });

        keepsNoCountThatIsOutdated();
    }

    private Map<UUID, String> counts(String query) {
        var transactions = (JpaTransactions) storage().transactions();
        return transactions.sql(sql ->
                sql.query(query, row -> Map.entry(row.id("campaign_id"), row.text("counted"))).stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
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
