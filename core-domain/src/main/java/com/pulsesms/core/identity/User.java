package com.pulsesms.core.identity;

import com.pulsesms.core.kernel.EmailAddress;
import com.pulsesms.core.kernel.Text;
import com.pulsesms.core.kernel.UserId;
import java.time.Instant;

/**
 * A person with an account, known by an e-mail address and a password.
 *
 * @param passwordHash what the {@link PasswordHasher} made of the password
 */
public record User(UserId id, EmailAddress email, String name, String passwordHash, Instant createdAt, int revision) {
    public User {
        name = Text.name("name", name);
    }

    @Override
    public String toString() {
        return "User[" + id + "]";
    }
}
