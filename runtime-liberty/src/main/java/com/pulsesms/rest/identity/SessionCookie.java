package com.pulsesms.rest.identity;

import jakarta.servlet.http.Cookie;
import java.time.Duration;

/** Carries a browser's token. The container reads it, as {@code platform.xml} says. */
public final class SessionCookie {
    private static final String NAME = "pulsesms_session";

    private SessionCookie() {}

    public static Cookie of(String token, Duration life, boolean secure) {
        return OwnCookie.of(NAME, token, life, secure);
    }

    /** Makes the browser forget. */
    public static Cookie none(boolean secure) {
        return OwnCookie.of(NAME, "", Duration.ZERO, secure);
    }
}
