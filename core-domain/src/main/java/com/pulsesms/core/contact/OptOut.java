package com.pulsesms.core.contact;

import com.pulsesms.core.kernel.OptOutId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Text;
import java.time.Instant;
import java.util.Optional;

/**
 * That an organization must not write to a number any more, whatever lists it is on. It holds until somebody takes it
 * back.
 *
 * @param reason why, in words of whoever noted it; what is blank is not there
 * @param at when its owner asked for it
 */
public record OptOut(OptOutId id, OrganizationId organization, PhoneNumber phone, Optional<String> reason, Instant at) {
    /** The longest reason, in characters. */
    public static final int REASON_LIMIT = 200;

    /** @throws Refusal.Invalid if the reason is too long */
    public OptOut {
        reason = reason.map(Text::clean).filter(text -> !text.isEmpty());
        if (reason.filter(text -> text.length() > REASON_LIMIT).isPresent()) {
            throw new Refusal.Invalid("reason", "A reason has at most " + REASON_LIMIT + " characters");
        }
    }
}
