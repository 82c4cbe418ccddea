package com.pulsesms.rest.identity;

import jakarta.servlet.http.Cookie;
import java.time.Duration;

/** A cookie that no script reads and that no other site's form sends. */
final class OwnCookie {
    private OwnCookie() {}

    static Cookie of(String name, String value, Duration life, boolean secure) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setMaxAge((int) life.toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
