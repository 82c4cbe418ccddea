package com.pulsesms.runtime;

import com.pulsesms.rest.identity.SigningKey;
import com.pulsesms.rest.identity.Tokens;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;

/** The key pair that signs tokens, the same on every node. */
@ApplicationScoped
class TokenKeys {
    private static final String ID = "tokens";
    private static final int BITS = 2048;
    private static final System.Logger LOG = System.getLogger(TokenKeys.class.getName());

    @Inject
    private KeptKeys keys;

    @Inject
    private Clock clock;

    /** Rather not start than find out at the first sign-in that the key can't be read. */
    void read(@Observes @Priority(Order.KEYS) Startup started, SigningKey key) {
        LOG.log(System.Logger.Level.DEBUG, "Tokens are signed by the key {0}", key.id());
    }

    @Produces
    @Singleton
    SigningKey signingKey() {
        var pair = keys.get(ID, TokenKeys::made);
        return key(pair.open(), pair.secret());
    }

    @Produces
    @Singleton
    Tokens tokens(SigningKey signingKey) {
        return new Tokens(signingKey, clock);
    }

    private static KeptKeys.Key made() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            var pair = generator.generateKeyPair();
            return new KeptKeys.Key(
                    pair.getPublic().getEncoded(), pair.getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform makes RSA keys", e);
        }
    }

    private static SigningKey key(byte[] publicKey, byte[] privateKey) {
        try {
            var rsa = KeyFactory.getInstance("RSA");
            return new SigningKey((RSAPublicKey) rsa.generatePublic(new X509EncodedKeySpec(publicKey)), (RSAPrivateKey)
                    rsa.generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key pair in the database is damaged", e);
        }
    }
}
