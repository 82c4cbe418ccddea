package com.pulsesms.core.memory;

import com.pulsesms.core.campaign.Campaign;
import com.pulsesms.core.campaign.CampaignStatus;
import com.pulsesms.core.campaign.CampaignStore;
import com.pulsesms.core.contact.Contact;
import com.pulsesms.core.contact.ContactStore;
import com.pulsesms.core.gateway.Wording;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.message.Message;
import java.util.Optional;

/** Finds where the texts of messages come from. */
final class Wordings {
    private final CampaignStore campaigns;
    private final ContactStore contacts;
    private final MemoryOptOutStore optOuts;

    Wordings(CampaignStore campaigns, ContactStore contacts, MemoryOptOutStore optOuts) {
        this.campaigns = campaigns;
        this.contacts = contacts;
        this.optOuts = optOuts;
    }

    Wording of(Message message) {
        if (optOuts.has(message.organization(), message.to())) {
            return new Wording.OptedOut();
        }
        return message.origin().campaign().map(id -> personal(message, id)).orElseGet(() -> written(message));
    }

    /** As it was written, for a message that is offered again. */
    Wording again(Message message) {
        return optOuts.has(message.organization(), message.to()) ? new Wording.OptedOut() : written(message);
    }

    private static Wording written(Message message) {
        return new Wording.Written(message.text().orElseThrow());
    }

    private Wording personal(Message message, CampaignId id) {
        var campaign = campaigns.find(message.organization(), id).orElseThrow();
        return Wording.of(campaign, contact(campaign, message));
    }

    Optional<CampaignStatus> campaignStatus(Message message) {
        return message.origin()
                .campaign()
                .flatMap(id -> campaigns.find(message.organization(), id))
                .map(Campaign::status);
    }

    private Optional<Contact> contact(Campaign campaign, Message message) {
        var contact = message.origin().contact().orElseThrow();
        return campaign.lists().stream()
                .flatMap(list -> contacts.contact(message.organization(), list, contact).stream())
                .findFirst();
    }
}
