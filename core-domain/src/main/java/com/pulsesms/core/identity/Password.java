package com.pulsesms.core.identity;

import com.pulsesms.core.kernel.EmailAddress;
import com.pulsesms.core.kernel.Refusal;

/**
 * Rules for new passwords: length and nothing else, after NIST SP 800-63B, section 5.1.1.2. The upper limit keeps hashing
 * from being made a way to keep us busy.
 */
final class Password {
    static final int SHORTEST = 8;
    static final int LONGEST = 128;

    private Password() {}

    /** @throws Refusal.Invalid with field {@code password} */
    static void check(String password, EmailAddress email) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new Refusal.Invalid("password", "A password has at least " + SHORTEST + " characters");
        }
        if (password.length() > LONGEST) {
            throw new Refusal.Invalid("password", "A password has at most " + LONGEST + " characters");
        }
        if (password.equalsIgnoreCase(email.value())) {
            throw new Refusal.Invalid("password", "The password must differ from the e-mail address");
        }
    }
}
