package com.pulsesms.rest;

import java.net.URI;

/**
 * Where the server is reached from outside.
 *
 * @param uri without a slash at the end
 */
public record PublicAddress(URI uri) {
    /** Whether browsers reach it by TLS, so that cookies need never go without. */
    public boolean secure() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    /** As browsers send it in the header {@code Origin}. */
    public String origin() {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
