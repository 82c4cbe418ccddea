package com.pulsesms.rest.identity;

import com.pulsesms.core.kernel.ApiKeyId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.SessionId;
import jakarta.json.JsonString;
import java.security.Principal;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** What a verified token names: how the caller became known. */
sealed interface Credential {
    record ByKey(OrganizationId organization, ApiKeyId key) implements Credential {}

    record BySession(SessionId session) implements Credential {}

    /** Empty unless the container verified a token. */
    static Optional<Credential> of(@Nullable Principal principal) {
        return principal instanceof JsonWebToken token ? of(token) : Optional.empty();
    }

    private static Optional<Credential> of(JsonWebToken token) {
        var session = claim(token, Tokens.SESSION).map(SessionId::parse).map(BySession::new);
        if (session.isPresent()) {
            return Optional.of(session.get());
        }
        return claim(token, Tokens.ORGANIZATION)
                .flatMap(organization -> claim(token, Tokens.API_KEY)
                        .map(key -> new ByKey(OrganizationId.parse(organization), ApiKeyId.parse(key))));
    }

    private static Optional<String> claim(JsonWebToken token, String name) {
        Object value = token.getClaim(name);
        return Optional.ofNullable(value instanceof JsonString json ? json.getString() : (String) value);
    }
}
