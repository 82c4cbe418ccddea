package com.pulsesms.core.webhook;

import com.pulsesms.core.kernel.EndpointId;
import com.pulsesms.core.kernel.EventType;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A place of an organization's own that is told what happens. It is made enabled; a person disables it and enables it
 * again, and it is disabled by itself when it answers that it is gone, or has only failed for days. What was to be delivered
 * to a disabled one waits; what happens meanwhile is not told to it.
 *
 * @param failingSince when the first delivery failed since the last one that succeeded
 */
public record Endpoint(
        EndpointId id,
        OrganizationId organization,
        WebhookUrl url,
        Set<EventType> events,
        Secrets secrets,
        Optional<Disabled> disabled,
        Optional<Instant> failingSince,
        Instant createdAt,
        int revision) {
    /** How long an endpoint may fail only. */
    public static final Duration PATIENCE = Duration.ofDays(5);

    public Endpoint {
        if (events.isEmpty() || !events.stream().allMatch(EventType::choosable)) {
            throw new Refusal.Invalid("events", "Choose at least one event");
        }
        events = Set.copyOf(events);
    }

    /** Since when nothing is delivered to it, and why. */
    public record Disabled(Instant at, Reason reason) {}

    /** Why an endpoint is disabled. */
    public enum Reason {
        /** A person wanted it so. */
        ASKED,
        /** It answered 410 Gone. */
        GONE,
        /** For five days no delivery succeeded. */
        FAILING
    }

    public boolean enabled() {
        return disabled.isEmpty();
    }

    public EndpointRef ref() {
        return new EndpointRef(organization, id);
    }

    /** Whether it has failed for so long that nobody seems to be there. */
    boolean hopeless(Instant now) {
        return failingSince.filter(since -> !since.plus(PATIENCE).isAfter(now)).isPresent();
    }

    /** Another address gets another chance. */
    Endpoint at(WebhookUrl newUrl) {
        var since = newUrl.equals(url) ? failingSince : Optional.<Instant>empty();
        return new Endpoint(id, organization, newUrl, events, secrets, disabled, since, createdAt, revision);
    }

    Endpoint toldOf(Set<EventType> newEvents) {
        return new Endpoint(id, organization, url, newEvents, secrets, disabled, failingSince, createdAt, revision);
    }

    Endpoint signedBy(Secrets newSecrets) {
        return new Endpoint(id, organization, url, events, newSecrets, disabled, failingSince, createdAt, revision);
    }

    Endpoint enable() {
        return new Endpoint(
                id, organization, url, events, secrets, Optional.empty(), Optional.empty(), createdAt, revision);
    }

    public Endpoint disable(Reason reason, Instant now) {
        var since = disabled.orElseGet(() -> new Disabled(now, reason));
        return new Endpoint(
                id, organization, url, events, secrets, Optional.of(since), failingSince, createdAt, revision);
    }
}
