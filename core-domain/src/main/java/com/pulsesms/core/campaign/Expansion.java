package com.pulsesms.core.campaign;

import com.pulsesms.core.kernel.ContactId;
import java.util.Optional;

/**
 * How far a campaign has been made into messages: the cursor that lets any node go on where another stopped.
 *
 * @param list which of the campaign's lists is at work, from 0
 * @param after the last contact of that list that was looked at
 * @param finished whether every list is through
 */
public record Expansion(int list, Optional<ContactId> after, boolean finished) {
    public static final Expansion BEGIN = new Expansion(0, Optional.empty(), false);

    public Expansion past(ContactId contact) {
        return new Expansion(list, Optional.of(contact), finished);
    }

    /** The current list is through; {@code lists} is how many the campaign has. */
    public Expansion nextList(int lists) {
        return new Expansion(list + 1, Optional.empty(), list + 1 >= lists);
    }
}
