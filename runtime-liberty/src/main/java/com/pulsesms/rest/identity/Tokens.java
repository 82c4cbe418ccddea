package com.pulsesms.rest.identity;

import com.pulsesms.core.apikey.ApiKey;
import com.pulsesms.core.identity.Session;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The tokens by which callers are known, as MicroProfile JWT wants them. A token names a {@link Credential}; whether that is
 * still good is looked up at each use.
 */
public final class Tokens {
    /** How long a program's token is good for; its API key gets it another. */
    public static final Duration PROGRAM_LIFE = Duration.ofDays(1);

    static final String ORGANIZATION = "organization";
    static final String API_KEY = "apiKey";
    static final String SESSION = "session";

    /** As the container is told in {@code platform.xml}. */
    private static final String ISSUER = "pulsesms";

    private final SigningKey key;
    private final Clock clock;

    public Tokens(SigningKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** A token and how long it is good for. */
    record Issued(String token, Duration life) {
        @Override
        public String toString() {
            return "Issued[" + life + "]";
        }
    }

    Issued issue(ApiKey apiKey) {
        var claims = Json.createObjectBuilder()
                .add(ORGANIZATION, apiKey.organization().toString())
                .add(API_KEY, apiKey.id().toString());
        var now = clock.instant();
        var end = now.plus(PROGRAM_LIFE);
        var last = apiKey.expiresAt().filter(end::isAfter).orElse(end);
        return new Issued(signed(claims, apiKey.id().toString(), last), Duration.between(now, last));
    }

    /** It lives as long as the session. */
    public String issue(Session session) {
        var claims = Json.createObjectBuilder().add(SESSION, session.id().toString());
        return signed(claims, session.user().toString(), session.expiresAt());
    }

    private String signed(JsonObjectBuilder claims, String subject, Instant end) {
        return key.sign(claims.add("iss", ISSUER)
                .add("sub", subject)
                // Liberty wants it, although the specification would be content with the subject.
                .add("upn", subject)
                .add("jti", UUID.randomUUID().toString())
                .add("iat", clock.instant().getEpochSecond())
                .add("exp", end.getEpochSecond())
                .build()
                .toString());
    }
}
