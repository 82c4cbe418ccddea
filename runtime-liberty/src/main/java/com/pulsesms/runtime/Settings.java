package com.pulsesms.runtime;

import com.pulsesms.core.billing.Plan;
import com.pulsesms.rest.PublicAddress;
import com.pulsesms.rest.traffic.AllowedOrigins;
import com.pulsesms.rest.traffic.RateLimit;
import com.pulsesms.ui.PublicUrl;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator sets and the application needs to know; {@code platform.xml} reads it from the environment. */
@ApplicationScoped
class Settings {
    private static final int DEFAULT_RATE_LIMIT = 3_000;
    private static final System.Logger LOG = System.getLogger(Settings.class.getName());

    @Inject
    @ConfigProperty(name = "pulsesms.public.url")
    private String publicUrl;

    @Inject
    @ConfigProperty(name = "pulsesms.data")
    private String data;

    @Inject
    @ConfigProperty(name = "pulsesms.secret")
    private Optional<String> secret;

    @Inject
    @ConfigProperty(name = "pulsesms.plan")
    private Optional<String> plan;

    @Inject
    @ConfigProperty(name = "pulsesms.webhook.allow.private")
    private Optional<String> allowPrivateWebhooks;

    @Inject
    @ConfigProperty(name = "pulsesms.rate.limit")
    private Optional<String> rateLimit;

    @Inject
    @ConfigProperty(name = "pulsesms.cors.origins")
    private Optional<String> corsOrigins;

    /** Rather not start than let accounts use what nobody meant. */
    void check(@Observes @Priority(Order.SETTINGS) Startup started) {
        LOG.log(System.Logger.Level.DEBUG, "The plan of every account is {0}", plan());
        LOG.log(System.Logger.Level.DEBUG, "Webhooks to private addresses: {0}", allowsPrivateWebhooks());
        LOG.log(System.Logger.Level.DEBUG, "The requests of a key in a minute are {0}", rateLimit(rateLimit));
    }

    /** What every account may use. */
    Plan plan() {
        return plan(plan.map(String::strip).filter(text -> !text.isEmpty()));
    }

    static Plan plan(Optional<String> named) {
        try {
            return named.map(text -> Plan.valueOf(text.toUpperCase(Locale.ROOT)))
                    .orElse(Plan.ENTERPRISE);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "PULSESMS_PLAN must be free, pro or enterprise, but is " + named.orElseThrow(), e);
        }
    }

    /** Whether webhooks may call into the operator's own network. */
    boolean allowsPrivateWebhooks() {
        return flag("PULSESMS_WEBHOOK_ALLOW_PRIVATE", allowPrivateWebhooks.map(String::strip));
    }

    static boolean flag(String variable, Optional<String> text) {
        return switch (text.orElse("").toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "", "false" -> false;
            default ->
                throw new IllegalStateException(variable + " must be true or false, but is " + text.orElseThrow());
        };
    }

    /** The folder of all that must outlive the server. */
    Path dataFolder() {
        return Path.of(data);
    }

    /** What the keys in the database are encrypted by, if the operator chose it. */
    Optional<String> secret() {
        return secret.map(String::strip).filter(text -> !text.isEmpty());
    }

    static int rateLimit(Optional<String> typed) {
        var text = typed.map(String::strip).filter(given -> !given.isEmpty());
        try {
            var limit = text.map(Integer::parseInt).orElse(DEFAULT_RATE_LIMIT);
            if (limit >= 0) {
                return limit;
            }
        } catch (NumberFormatException e) {
            LOG.log(System.Logger.Level.DEBUG, "Not a number", e);
        }
        throw new IllegalStateException(
                "PULSESMS_RATE_LIMIT must be a whole number of requests a minute, or 0 for no limit, but is "
                        + text.orElseThrow());
    }

    @Produces
    @Singleton
    RateLimit rateLimit(Clock clock) {
        return new RateLimit(rateLimit(rateLimit), clock);
    }

    @Produces
    @Singleton
    AllowedOrigins allowedOrigins() {
        return AllowedOrigins.parse(corsOrigins.orElse(""));
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
