package com.pulsesms.core.identity;

import com.pulsesms.core.kernel.DrivenPort;

/** Makes of a password what may be kept, slowly on purpose and salted. */
@DrivenPort
public interface PasswordHasher {
    String hash(String password);

    /** Whether {@code hash} was made of {@code password}; takes as long for a wrong one. */
    boolean matches(String password, String hash);
}
