package com.pulsesms.core.kernel;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Locale;

/** A country or territory with telephone numbers of its own, as an ISO 3166-1 alpha-2 code such as {@code RS}. */
public record Region(String code) {
    public Region {
        if (!PhoneNumberUtil.getInstance().getSupportedRegions().contains(code)) {
            throw new Refusal.Invalid("region", "Not a region with telephone numbers: use a code such as US, DE or RS");
        }
    }

    public static Region parse(String text) {
        return new Region(text.strip().toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return code;
    }
}
