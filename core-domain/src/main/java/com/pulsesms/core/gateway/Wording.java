package com.pulsesms.core.gateway;

import com.pulsesms.core.campaign.Template;
import com.pulsesms.core.contact.Contact;

/** Where the text of a claimed message comes from. */
public sealed interface Wording {
    /** It stands already: a single message, or one that is offered again. */
    record Written(String text) implements Wording {}

    /** A campaign's text for one contact. */
    record Personal(Template template, Contact contact) implements Wording {}

    /** A campaign's text for a contact that was deleted since. */
    record ContactGone() implements Wording {}

    /** The recipient doesn't want to be written to any more. */
    record OptedOut() implements Wording {}
}
