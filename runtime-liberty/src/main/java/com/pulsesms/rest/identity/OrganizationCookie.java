package com.pulsesms.rest.identity;

import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Refusal;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Remembers in a browser in which organization its person acts. */
public final class OrganizationCookie {
    private static final String NAME = "pulsesms_organization";
    private static final Duration LIFE = Duration.ofDays(365);

    private OrganizationCookie() {}

    static Optional<OrganizationId> read(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(NAME))
                .findFirst()
                .flatMap(OrganizationCookie::parse);
    }

    private static Optional<OrganizationId> parse(Cookie cookie) {
        try {
            return Optional.of(OrganizationId.parse(cookie.getValue()));
        } catch (Refusal.NotFound e) {
            return Optional.empty();
        }
    }

    public static Cookie of(OrganizationId organization, boolean secure) {
        return OwnCookie.of(NAME, organization.toString(), LIFE, secure);
    }
}
