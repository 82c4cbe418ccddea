package com.pulsesms.core.memory;

import com.pulsesms.core.contact.ContactStore;
import com.pulsesms.core.contact.ContactStoreContract;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Transactions;
import java.util.UUID;

class MemoryContactStoreTest implements ContactStoreContract {
    private final MemoryDatabase database = new MemoryDatabase();
    private final ContactStore contacts = new MemoryContactStore(database, new MemoryOptOutStore(database));
    private final Transactions transactions = new MemoryTransactions(database);

    @Override
    public ContactStore contacts() {
        return contacts;
    }

    @Override
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public OrganizationId newOrganization() {
        return new OrganizationId(UUID.randomUUID());
    }
}
