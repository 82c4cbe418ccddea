package com.pulsesms.gateway.engine;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;

/** What the pairing QR says: {@code pulsesms://pair?server=<url>&code=<one-time code>}. */
public final class PairingLink {
    private final String server;
    private final String code;

    /** @throws IllegalArgumentException when the server is no http or https address, or the code is empty */
    public PairingLink(String server, String code) {
        this.server = canonical(server);
        this.code = code.trim();
        if (this.code.isEmpty()) {
            throw new IllegalArgumentException("The pairing code is missing");
        }
    }

    private static String canonical(String server) {
        String trimmed = server.trim();
        while (trimmed.endsWith("/")) {
            trimmed = trimmed.substring(0, trimmed.length() - 1);
        }
        try {
            URI uri = new URI(trimmed);
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (!http || uri.getHost() == null) {
                throw new IllegalArgumentException("The server must be an http or https address");
            }
            return trimmed;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("The server must be an http or https address", e);
        }
    }

    /** @throws IllegalArgumentException when the text is no pairing link */
    public static PairingLink parse(String text) {
        String prefix = "pulsesms://pair?";
        if (text == null || !text.trim().startsWith(prefix)) {
            throw new IllegalArgumentException("Not a PulseSMS pairing code");
        }
        String server = "";
        String code = "";
        for (String parameter : text.trim().substring(prefix.length()).split("&")) {
            if (parameter.startsWith("server=")) {
                server = decode(parameter.substring("server=".length()));
            } else if (parameter.startsWith("code=")) {
                code = decode(parameter.substring("code=".length()));
            }
        }
        return new PairingLink(server, code);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, "UTF-8");
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    /** The server's base address, without a slash at its end. */
    public String server() {
        return server;
    }

    public String code() {
        return code;
    }

    public boolean encrypted() {
        return server.regionMatches(true, 0, "https:", 0, 6);
    }
}
