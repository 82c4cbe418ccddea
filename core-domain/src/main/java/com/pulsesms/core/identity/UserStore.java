package com.pulsesms.core.identity;

import com.pulsesms.core.kernel.DrivenPort;
import com.pulsesms.core.kernel.EmailAddress;
import com.pulsesms.core.kernel.UserId;
import java.util.Optional;

/** Keeps people; no two have the same e-mail address. */
@DrivenPort
public interface UserStore {
    /** @throws com.pulsesms.core.kernel.Refusal.Conflict {@code email_taken} if somebody has the address */
    void insert(User user);

    Optional<User> find(UserId id);

    Optional<User> findByEmail(EmailAddress email);
}
