package com.pulsesms.runtime;

import com.pulsesms.core.PulseSms;
import com.pulsesms.core.kernel.Vault;
import com.pulsesms.core.webhook.WebhookPorts;
import com.pulsesms.jms.ArtemisDeliveryQueue;
import com.pulsesms.jms.DeliveryWork;
import com.pulsesms.webhook.http.DeliveryPool;
import com.pulsesms.webhook.http.HttpReceivers;
import com.pulsesms.webhook.http.JsonBodies;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.security.SecureRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Makes the core's way to other systems. */
@ApplicationScoped
class Hooks {
    private static final int AT_ONCE = 32;
    private static final int KEY_BYTES = 32;

    @Resource(lookup = "jms/pulsesms")
    private ConnectionFactory connections;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private KeptKeys keys;

    private @Nullable SecretKey vaultKey;

    @Produces
    @Singleton
    WebhookPorts ports(Vault vault, HttpReceivers receivers, DeliveryPool pool) {
        var queue = new ArtemisDeliveryQueue(connections, pool::ask, executor);
        return new WebhookPorts(vault, new JsonBodies(), receivers, queue);
    }

    @Produces
    @Singleton
    Vault vault() {
        return new AesVault(this::vaultKey);
    }

    /** Read when it is first needed, since that takes a moment. */
    private synchronized SecretKey vaultKey() {
        if (vaultKey == null) {
            vaultKey = new SecretKeySpec(keys.get("vault", Hooks::made).secret(), "AES");
        }
        return vaultKey;
    }

    private static KeptKeys.Key made() {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new KeptKeys.Key(new byte[0], key);
    }

    @Produces
    @Singleton
    HttpReceivers receivers(Settings settings) {
        return new HttpReceivers(settings.allowsPrivateWebhooks());
    }

    void close(@Disposes HttpReceivers receivers) throws IOException {
        receivers.close();
    }

    /** @param pulse given when first needed, because the core needs this */
    @Produces
    @Singleton
    DeliveryPool pool(Provider<PulseSms> pulse) {
        return new DeliveryPool(endpoint -> pulse.get().delivering().turn(endpoint), AT_ONCE, threads);
    }

    void close(@Disposes DeliveryPool pool) {
        pool.close();
    }

    @Produces
    @Singleton
    DeliveryWork deliveryWork(DeliveryPool pool) {
        return new DeliveryWork(pool::ask);
    }
}
