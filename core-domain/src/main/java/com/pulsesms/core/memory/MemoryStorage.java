package com.pulsesms.core.memory;

import com.pulsesms.core.Storage;

/** Storage that is empty at first and gone with the process. */
public final class MemoryStorage {
    private MemoryStorage() {}

    public static Storage open() {
        var database = new MemoryDatabase();
        var optOuts = new MemoryOptOutStore(database);
        var contacts = new MemoryContactStore(database, optOuts);
        var quotas = new QuotaTable(database);
        var messages = new MessageTable(database, quotas);
        var endpoints = new MemoryEndpointStore(database);
        var campaigns = new MemoryCampaignStore(database, messages, contacts, optOuts);
        return new Storage(
                new MemoryTransactions(database),
                new MemoryOrganizationStore(database),
                new MemoryApiKeyStore(database),
                new MemoryUserStore(database),
                new MemorySessionStore(database),
                contacts,
                optOuts,
                new MemoryDeviceStore(database),
                new MemoryDepartureStore(database),
                new MemoryPairingCodeStore(database),
                new MemoryQuotaStore(database, quotas, messages),
                new MemoryMessageStore(database, messages, optOuts),
                campaigns,
                new MemoryHandOverStore(database, messages, new Wordings(campaigns, contacts, optOuts)),
                endpoints,
                new MemoryDeliveryStore(database, endpoints),
                new MemoryAnswerStore(database));
    }
}
