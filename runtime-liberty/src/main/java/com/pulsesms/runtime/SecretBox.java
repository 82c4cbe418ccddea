package com.pulsesms.runtime;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts small things by a secret text, with AES-256 in GCM mode. The key is derived from the text slowly, since people
 * choose such texts. What comes out is salt, initialization vector and cipher text, one after the other.
 */
final class SecretBox {
    private static final int ITERATIONS = 600_000;
    private static final int KEY_BITS = 256;
    private static final int SALT_BYTES = 16;
    private static final int VECTOR_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final String secret;

    SecretBox(String secret) {
        this.secret = secret;
    }

    byte[] close(byte[] plain) {
        var salt = bytes(SALT_BYTES);
        var vector = bytes(VECTOR_BYTES);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, salt, vector).doFinal(plain);
            return ByteBuffer.allocate(SALT_BYTES + VECTOR_BYTES + sealed.length)
                    .put(salt)
                    .put(vector)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES in GCM mode", e);
        }
    }

    /** @throws WrongSecret if it was closed by another secret, or changed */
    byte[] open(byte[] closed) throws WrongSecret {
        var buffer = ByteBuffer.wrap(closed);
        var salt = new byte[SALT_BYTES];
        var vector = new byte[VECTOR_BYTES];
        var sealed = new byte[closed.length - SALT_BYTES - VECTOR_BYTES];
        buffer.get(salt).get(vector).get(sealed);
        try {
            return cipher(Cipher.DECRYPT_MODE, salt, vector).doFinal(sealed);
        } catch (AEADBadTagException e) {
            throw new WrongSecret();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES in GCM mode", e);
        }
    }

    private Cipher cipher(int mode, byte[] salt, byte[] vector) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key(salt), new GCMParameterSpec(TAG_BITS, vector));
        return cipher;
    }

    private SecretKey key(byte[] salt) throws GeneralSecurityException {
        var spec = new PBEKeySpec(secret.toCharArray(), salt, ITERATIONS, KEY_BITS);
        var derived = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec);
        return new SecretKeySpec(derived.getEncoded(), "AES");
    }

    private byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** The secret is not the one that the box was closed by. */
    static final class WrongSecret extends Exception {
        private static final long serialVersionUID = 1;
    }
}
