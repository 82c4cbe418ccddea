package com.pulsesms.core;

import com.pulsesms.core.apikey.ApiKeyStore;
import com.pulsesms.core.billing.QuotaStore;
import com.pulsesms.core.campaign.CampaignStore;
import com.pulsesms.core.contact.ContactStore;
import com.pulsesms.core.contact.OptOutStore;
import com.pulsesms.core.device.DepartureStore;
import com.pulsesms.core.device.DeviceStore;
import com.pulsesms.core.device.PairingCodeStore;
import com.pulsesms.core.gateway.HandOverStore;
import com.pulsesms.core.idempotency.AnswerStore;
import com.pulsesms.core.identity.SessionStore;
import com.pulsesms.core.identity.UserStore;
import com.pulsesms.core.kernel.Transactions;
import com.pulsesms.core.message.MessageStore;
import com.pulsesms.core.organization.OrganizationStore;
import com.pulsesms.core.webhook.DeliveryStore;
import com.pulsesms.core.webhook.EndpointStore;

/** All that remembers, over one database: the storage ports and the transactions that they take part in. */
public record Storage(
        Transactions transactions,
        OrganizationStore organizations,
        ApiKeyStore apiKeys,
        UserStore users,
        SessionStore sessions,
        ContactStore contacts,
        OptOutStore optOuts,
        DeviceStore devices,
        DepartureStore departures,
        PairingCodeStore pairingCodes,
        QuotaStore quotas,
        MessageStore messages,
        CampaignStore campaigns,
        HandOverStore handOver,
        EndpointStore endpoints,
        DeliveryStore deliveries,
        AnswerStore answers) {}
