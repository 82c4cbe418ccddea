package com.pulsesms.core.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What we and a receiver share, by which it knows that a request is ours: {@code whsec_} and 24 random bytes in Base64. */
public record SigningSecret(String text) {
    private static final String PREFIX = "whsec_";
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    public SigningSecret {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("A signing secret begins with " + PREFIX);
        }
    }

    public static SigningSecret random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SigningSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    /** HMAC-SHA256 under the text itself, as {@code openssl dgst -hmac} takes it. */
    byte[] signByText(String content) {
        return hmac(text.getBytes(StandardCharsets.UTF_8), content);
    }

    /** HMAC-SHA256 under the random bytes, as Standard Webhooks wants it. */
    byte[] signByBytes(String content) {
        return hmac(Base64.getDecoder().decode(text.substring(PREFIX.length())), content);
    }

    private static byte[] hmac(byte[] key, String content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "…";
    }
}
