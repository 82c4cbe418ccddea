package com.pulsesms.runtime;

import com.pulsesms.core.kernel.Vault;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts with AES-256 in GCM mode under one random key, which takes microseconds. What comes out is initialization
 * vector and cipher text in Base64.
 */
final class AesVault implements Vault {
    private static final int VECTOR_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Supplier<SecretKey> key;

    /** @param key asked for each time, the same each time */
    AesVault(Supplier<SecretKey> key) {
        this.key = key;
    }

    @Override
    public String encrypt(String plain) {
        var vector = new byte[VECTOR_BYTES];
        random.nextBytes(vector);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, vector).doFinal(plain.getBytes(StandardCharsets.UTF_8));
            var both = ByteBuffer.allocate(vector.length + sealed.length)
                    .put(vector)
                    .put(sealed);
            return Base64.getEncoder().encodeToString(both.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES in GCM mode", e);
        }
    }

    @Override
    public String decrypt(String encrypted) {
        try {
            var both = ByteBuffer.wrap(Base64.getDecoder().decode(encrypted));
            var vector = new byte[VECTOR_BYTES];
            both.get(vector);
            var sealed = new byte[both.remaining()];
            both.get(sealed);
            return new String(cipher(Cipher.DECRYPT_MODE, vector).doFinal(sealed), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("It was encrypted by another key, or changed since", e);
        }
    }

    private Cipher cipher(int mode, byte[] vector) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.get(), new GCMParameterSpec(TAG_BITS, vector));
        return cipher;
    }
}
