package com.pulsesms.rest.identity;

import jakarta.json.Json;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs tokens (JWS with RS256, RFC 7515 and 7518) and tells by which key others verify them. */
public final class SigningKey {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String ALGORITHM = "RS256";
    private static final int ID_BYTES = 12;

    private final RSAPublicKey publicKey;
    private final RSAPrivateKey privateKey;
    private final String id;

    public SigningKey(RSAPublicKey publicKey, RSAPrivateKey privateKey) {
        this.publicKey = publicKey;
        this.privateKey = privateKey;
        this.id = id(publicKey);
    }

    private static String id(RSAPublicKey key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return BASE64.encodeToString(Arrays.copyOf(digest, ID_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** By what those who verify tokens tell this key from others. */
    public String id() {
        return id;
    }

    /** 256 secret bits for another purpose, always the same for one purpose, which tell nothing of this key. */
    public byte[] derived(String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(privateKey.getEncoded(), "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC", e);
        }
    }

    /** A token that carries the claims, which are JSON. */
    String sign(String claims) {
        var header = Json.createObjectBuilder()
                .add("alg", ALGORITHM)
                .add("typ", "JWT")
                .add("kid", id)
                .build();
        var signed = encoded(header.toString()) + "." + encoded(claims);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(privateKey);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform signs with RSA", e);
        }
    }

    /** The public key as a JSON Web Key Set (RFC 7517). */
    String keySet() {
        var key = Json.createObjectBuilder()
                .add("kty", "RSA")
                .add("use", "sig")
                .add("alg", ALGORITHM)
                .add("kid", id)
                .add("n", unsigned(publicKey.getModulus()))
                .add("e", unsigned(publicKey.getPublicExponent()));
        return Json.createObjectBuilder()
                .add("keys", Json.createArrayBuilder().add(key))
                .build()
                .toString();
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        return BASE64.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }
}
