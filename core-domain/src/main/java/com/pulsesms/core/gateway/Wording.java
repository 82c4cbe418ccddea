package com.pulsesms.core.gateway;

import com.pulsesms.core.campaign.Campaign;
import com.pulsesms.core.campaign.Template;
import com.pulsesms.core.contact.Contact;
import java.util.Optional;

/** Where the text of a claimed message comes from. */
public sealed interface Wording {
    /** It stands already: a single message, or one that is offered again. */
    record Written(String text) implements Wording {}

    /** A campaign's text for one contact. */
    record Personal(Template template, Contact contact) implements Wording {}

    /** A campaign's text for a contact that was deleted since. */
    record ContactGone() implements Wording {}

    /** A campaign's text that is to wait, because the campaign was paused. */
    record Paused() implements Wording {}

    /** A campaign's text that is not to be sent any more, because the campaign was canceled. */
    record Canceled() implements Wording {}

    /** What a campaign's message says to its contact, who may be gone. */
    static Wording of(Campaign campaign, Optional<Contact> contact) {
        return switch (Recall.of(false, Optional.of(campaign.status()))) {
            case RETURN -> new Paused();
            case CANCEL -> new Canceled();
            case NONE ->
                contact.<Wording>map(person -> new Personal(campaign.template(), person))
                        .orElseGet(ContactGone::new);
        };
    }

    /** The recipient doesn't want to be written to any more. */
    record OptedOut() implements Wording {}
}
