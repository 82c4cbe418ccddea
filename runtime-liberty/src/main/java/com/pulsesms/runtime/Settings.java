package com.pulsesms.runtime;

import com.pulsesms.rest.PublicAddress;
import com.pulsesms.ui.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator sets and the application needs to know; {@code platform.xml} reads it from the environment. */
@ApplicationScoped
class Settings {
    @Inject
    @ConfigProperty(name = "pulsesms.public.url")
    private String publicUrl;

    @Inject
    @ConfigProperty(name = "pulsesms.data")
    private String data;

    @Inject
    @ConfigProperty(name = "pulsesms.secret")
    private Optional<String> secret;

    /** The folder of all that must outlive the server. */
    Path dataFolder() {
        return Path.of(data);
    }

    /** What the keys in the database are encrypted by, if the operator chose it. */
    Optional<String> secret() {
        return secret.map(String::strip).filter(text -> !text.isEmpty());
    }

    @Produces
    @Singleton
    PublicAddress publicAddress() {
        return new PublicAddress(URI.create(publicUrl.strip().replaceAll("/+$", "")));
    }

    @Produces
    @Singleton
    PublicUrl publicUrl(PublicAddress address) {
        return address::uri;
    }
}
