package com.pulsesms.runtime;

import com.pulsesms.persistence.keys.KeyPairs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * The keys that all nodes share. The first node that needs one makes it; it is kept in the database, encrypted by the
 * operator's secret or else by a file beside the data.
 */
@ApplicationScoped
class KeptKeys {
    @Inject
    private Settings settings;

    @Inject
    private KeyPairs kept;

    @Inject
    private Clock clock;

    /** @param open what everybody may know of it; empty if nothing */
    record Key(byte[] open, byte[] secret) {}

    /** The key of this name, which is made if there is none. */
    Key get(String name, Supplier<Key> maker) {
        var file = new KeyFile(settings.dataFolder());
        var box = new SecretBox(settings.secret().orElseGet(file::secret));
        var key = kept.load(name).orElseGet(() -> kept.insertIfAbsent(closed(name, maker.get(), box)));
        try {
            return new Key(key.publicKey(), box.open(key.encryptedPrivateKey()));
        } catch (SecretBox.WrongSecret e) {
            var source = settings.secret().isPresent() ? "PULSESMS_SECRET" : "the file " + file;
            throw new IllegalStateException(
                    "The keys in the database were encrypted by another secret than that of " + source, e);
        }
    }

    private KeyPairs.Kept closed(String name, Key made, SecretBox box) {
        return new KeyPairs.Kept(name, made.open(), box.close(made.secret()), clock.instant());
    }
}
