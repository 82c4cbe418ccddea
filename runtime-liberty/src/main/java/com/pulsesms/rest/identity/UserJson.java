package com.pulsesms.rest.identity;

import com.pulsesms.core.identity.User;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person. */
@Schema(name = "User")
public record UserJson(UUID id, String email, String name, Instant createdAt) {
    static UserJson of(User user) {
        return new UserJson(user.id().value(), user.email().value(), user.name(), user.createdAt());
    }
}
