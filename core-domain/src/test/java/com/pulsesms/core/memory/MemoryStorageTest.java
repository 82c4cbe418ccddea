package com.pulsesms.core.memory;

import com.pulsesms.core.Storage;
import com.pulsesms.core.apikey.ApiKeyStoreContract;
import com.pulsesms.core.billing.QuotaStoreContract;
import com.pulsesms.core.campaign.CampaignStoreContract;
import com.pulsesms.core.contact.OptOutStoreContract;
import com.pulsesms.core.device.DepartureStoreContract;
import com.pulsesms.core.device.DeviceStoreContract;
import com.pulsesms.core.device.PairingCodeStoreContract;
import com.pulsesms.core.gateway.HandOverStoreContract;
import com.pulsesms.core.idempotency.AnswerStoreContract;
import com.pulsesms.core.identity.SessionStoreContract;
import com.pulsesms.core.identity.UserStoreContract;
import com.pulsesms.core.message.MessageStoreContract;
import com.pulsesms.core.message.ResendContract;
import com.pulsesms.core.organization.OrganizationStoreContract;
import com.pulsesms.core.webhook.DeliveryStoreContract;
import com.pulsesms.core.webhook.EndpointStoreContract;

class MemoryStorageTest
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
    private final Storage storage = MemoryStorage.open();

    @Override
    public Storage storage() {
        return storage;
    }
}
