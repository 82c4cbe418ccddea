package com.pulsesms.rest.idempotency;

import com.pulsesms.rest.identity.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes what is kept of calls useless to who reads the database: answers hold secrets, and bodies passwords. All nodes have
 * the same keys, derived from the one that signs tokens, which is itself kept encrypted by the operator's secret.
 */
@ApplicationScoped
public class Seal {
    private static final int VECTOR_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String MAC = "HmacSHA256";

    private final SecureRandom random = new SecureRandom();

    @Inject
    private SigningKey key;

    /** What tells calls from each other; it goes on with the body. */
    Mac fingerprint(String beginning) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key.derived("fingerprints of calls"), MAC));
            mac.update(beginning.getBytes(StandardCharsets.UTF_8));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC", e);
        }
    }

    /** Base64 of the initialization vector and what AES-256 in GCM mode makes of the content. */
    String close(byte[] content) {
        var vector = new byte[VECTOR_BYTES];
        random.nextBytes(vector);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, vector).doFinal(content);
            var all = ByteBuffer.allocate(VECTOR_BYTES + sealed.length)
                    .put(vector)
                    .put(sealed);
            return Base64.getEncoder().encodeToString(all.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES in GCM mode", e);
        }
    }

    byte[] open(String closed) {
        var buffer = ByteBuffer.wrap(Base64.getDecoder().decode(closed));
        var vector = new byte[VECTOR_BYTES];
        var sealed = new byte[buffer.remaining() - VECTOR_BYTES];
        buffer.get(vector).get(sealed);
        try {
            return cipher(Cipher.DECRYPT_MODE, vector).doFinal(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The kept answer was changed, or kept by another key", e);
        }
    }

    private Cipher cipher(int mode, byte[] vector) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key.derived("answers"), "AES"), new GCMParameterSpec(TAG_BITS, vector));
        return cipher;
    }
}
