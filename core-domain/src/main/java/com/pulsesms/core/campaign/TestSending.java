package com.pulsesms.core.campaign;

import com.pulsesms.core.contact.Contact;
import com.pulsesms.core.contact.ContactStore;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.ContactId;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Transactions;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.Messages;
import java.util.Optional;

/**
 * Sending a campaign's text to oneself, as one of its contacts would get it: a single message, ahead of what waits and
 * outside of the campaign's counters.
 */
public final class TestSending {
    private final CampaignStore store;
    private final ContactStore contacts;
    private final Messages messages;
    private final Transactions transactions;

    public TestSending(CampaignStore store, ContactStore contacts, Messages messages, Transactions transactions) {
        this.store = store;
        this.contacts = contacts;
        this.messages = messages;
        this.transactions = transactions;
    }

    /**
     * @param to may be national for the organization's region
     * @param as the contact whose values are put in, or empty for the first that would get it
     * @throws Refusal.Invalid with field {@code contactId} if there is no such contact on the campaign's lists, or none at
     *     all; else as {@link Messages#send} refuses
     */
    public Message send(Actor actor, CampaignId id, String to, Optional<ContactId> as) {
        actor.require(Permission.CAMPAIGNS_READ);
        actor.require(Permission.CONTACTS_READ);
        actor.require(Permission.MESSAGES_SEND);
        var wish = transactions.call(() -> {
            var campaign =
                    store.find(actor.organization(), id).orElseThrow(() -> new Refusal.NotFound("No such campaign"));
            var contact = as.isPresent() ? chosen(campaign, as.get()) : first(campaign);
            var text = campaign.template().render(contact::value);
            return new Messages.NewMessage(to, text, Lane.URGENT, campaign.route(), Optional.empty());
        });
        return messages.send(actor, wish);
    }

    private Contact chosen(Campaign campaign, ContactId contact) {
        return campaign.lists().stream()
                .flatMap(list -> contacts.contact(campaign.organization(), list, contact).stream())
                .findFirst()
                .orElseThrow(() -> new Refusal.Invalid("contactId", "No such contact on the campaign's lists"));
    }

    private Contact first(Campaign campaign) {
        return new Previewing(contacts)
                .first(campaign.organization(), campaign.lists(), 1).stream()
                        .findFirst()
                        .orElseThrow(
                                () -> new Refusal.Invalid("contactId", "There is no contact whose text could be sent"));
    }
}
