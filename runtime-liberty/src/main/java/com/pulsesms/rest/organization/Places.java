package com.pulsesms.rest.organization;

import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Region;
import java.time.DateTimeException;
import java.time.ZoneId;

/** Reads where an organization is. */
public final class Places {
    /** Where an organization is that doesn't say. */
    public static final ZoneId UTC = ZoneId.of("UTC");

    private Places() {}

    /** @throws Refusal.Invalid with field {@code region} */
    public static Region region(String text) {
        return Region.parse(text);
    }

    /** @throws Refusal.Invalid with field {@code timeZone} */
    public static ZoneId zone(String text) {
        try {
            return ZoneId.of(text.strip());
        } catch (DateTimeException e) {
            throw new Refusal.Invalid("timeZone", "Not a time zone: use a name such as Europe/Belgrade or UTC");
        }
    }
}
