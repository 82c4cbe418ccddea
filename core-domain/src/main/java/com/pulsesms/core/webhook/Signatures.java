package com.pulsesms.core.webhook;

import com.pulsesms.core.kernel.EventId;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The headers that prove that a request is ours: our own, and those of Standard Webhooks. */
public final class Signatures {
    /** {@code sha256=} and the signature of the body in hexadecimal; several are separated by commas. */
    public static final String OWN = "X-PulseSMS-Signature";

    /** The event's id, the same each time that it is sent. */
    public static final String ID = "webhook-id";

    /** When it is sent, in seconds since 1970. */
    public static final String TIMESTAMP = "webhook-timestamp";

    /** {@code v1,} and the signature of id, timestamp and body in Base64; several are separated by blanks. */
    public static final String STANDARD = "webhook-signature";

    private Signatures() {}

    /**
     * Signs a request.
     *
     * @param secrets all that the receiver may know just now, the newest first
     */
    public static Map<String, String> sign(EventId id, Instant now, String body, List<SigningSecret> secrets) {
        var headers = new LinkedHashMap<String, String>();
        var seconds = String.valueOf(now.getEpochSecond());
        var signed = id + "." + seconds + "." + body;
        headers.put(ID, id.toString());
        headers.put(TIMESTAMP, seconds);
        headers.put(
                STANDARD,
                secrets.stream()
                        .map(secret -> "v1," + Base64.getEncoder().encodeToString(secret.signByBytes(signed)))
                        .collect(Collectors.joining(" ")));
        headers.put(
                OWN,
                secrets.stream()
                        .map(secret -> "sha256=" + HexFormat.of().formatHex(secret.signByText(body)))
                        .collect(Collectors.joining(",")));
        return headers;
    }
}
