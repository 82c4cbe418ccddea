package com.pulsesms.rest.idempotency;

import com.pulsesms.rest.identity.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What tells calls from each other, useless to who reads the database, for bodies hold passwords. All nodes have the same
 * key, derived from the one that signs tokens, which is itself kept encrypted by the operator's secret.
 */
@ApplicationScoped
public class Fingerprints {
    private static final String MAC = "HmacSHA256";

    @Inject
    private SigningKey key;

    /** To go on with the body. */
    Mac begin(String beginning) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key.derived("fingerprints of calls"), MAC));
            mac.update(beginning.getBytes(StandardCharsets.UTF_8));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC", e);
        }
    }
}
