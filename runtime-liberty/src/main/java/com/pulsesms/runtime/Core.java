package com.pulsesms.runtime;

import com.pulsesms.core.PulseSms;
import com.pulsesms.core.Storage;
import com.pulsesms.core.apikey.ApiKeys;
import com.pulsesms.core.campaign.BulkSending;
import com.pulsesms.core.campaign.Campaigns;
import com.pulsesms.core.campaign.Predictions;
import com.pulsesms.core.campaign.Resending;
import com.pulsesms.core.campaign.Scheduling;
import com.pulsesms.core.campaign.Steering;
import com.pulsesms.core.campaign.TestSending;
import com.pulsesms.core.contact.ContactImport;
import com.pulsesms.core.contact.Contacts;
import com.pulsesms.core.contact.OptOutImport;
import com.pulsesms.core.contact.OptOuts;
import com.pulsesms.core.device.Devices;
import com.pulsesms.core.device.Pairing;
import com.pulsesms.core.gateway.DeviceRemoval;
import com.pulsesms.core.idempotency.FirstAnswers;
import com.pulsesms.core.identity.Accounts;
import com.pulsesms.core.message.Messages;
import com.pulsesms.core.message.Sending;
import com.pulsesms.core.organization.Organizations;
import com.pulsesms.core.webhook.Deliveries;
import com.pulsesms.core.webhook.WebhookPorts;
import com.pulsesms.core.webhook.Webhooks;
import com.pulsesms.jms.ArtemisWorkQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Assembles the core and hands out its use cases, which all are the same one everywhere. */
@ApplicationScoped
class Core {
    @Produces
    @Singleton
    PulseSms pulseSms(
            Settings settings,
            Storage storage,
            Sending sending,
            ArtemisWorkQueue work,
            WebhookPorts webhooks,
            Clock clock) {
        return PulseSms.builder()
                .storage(storage)
                .sending(sending)
                .work(work)
                .webhooks(webhooks)
                .plan(settings.plan())
                .clock(clock)
                .build();
    }

    void close(@Disposes PulseSms pulse) {
        pulse.close();
    }

    @Produces
    FirstAnswers firstAnswers(PulseSms pulse) {
        return pulse.firstAnswers();
    }

    @Produces
    Accounts accounts(PulseSms pulse) {
        return pulse.accounts();
    }

    @Produces
    Organizations organizations(PulseSms pulse) {
        return pulse.organizations();
    }

    @Produces
    ApiKeys apiKeys(PulseSms pulse) {
        return pulse.apiKeys();
    }

    @Produces
    Contacts contacts(PulseSms pulse) {
        return pulse.contacts();
    }

    @Produces
    ContactImport contactImport(PulseSms pulse) {
        return pulse.contactImport();
    }

    @Produces
    OptOuts optOuts(PulseSms pulse) {
        return pulse.optOuts();
    }

    @Produces
    OptOutImport optOutImport(PulseSms pulse) {
        return pulse.optOutImport();
    }

    @Produces
    Devices devices(PulseSms pulse) {
        return pulse.devices();
    }

    @Produces
    Pairing pairing(PulseSms pulse) {
        return pulse.pairing();
    }

    @Produces
    DeviceRemoval deviceRemoval(PulseSms pulse) {
        return pulse.deviceRemoval();
    }

    @Produces
    Campaigns campaigns(PulseSms pulse) {
        return pulse.campaigns();
    }

    @Produces
    Predictions predictions(PulseSms pulse) {
        return pulse.predictions();
    }

    @Produces
    TestSending testSending(PulseSms pulse) {
        return pulse.testSending();
    }

    @Produces
    BulkSending bulkSending(PulseSms pulse) {
        return pulse.bulkSending();
    }

    @Produces
    Resending resending(PulseSms pulse) {
        return pulse.resending();
    }

    @Produces
    Scheduling scheduling(PulseSms pulse) {
        return pulse.scheduling();
    }

    @Produces
    Steering steering(PulseSms pulse) {
        return pulse.steering();
    }

    @Produces
    Webhooks webhooks(PulseSms pulse) {
        return pulse.webhooks();
    }

    @Produces
    Deliveries deliveries(PulseSms pulse) {
        return pulse.deliveries();
    }

    @Produces
    Messages messages(PulseSms pulse) {
        return pulse.messages();
    }
}
