package com.pulsesms.core.webhook;

import com.pulsesms.core.Storage;
import com.pulsesms.core.kernel.EndpointId;
import com.pulsesms.core.kernel.EventType;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Sample;
import java.util.Optional;
import java.util.Set;

/** Endpoints for tests. */
public final class AnEndpoint {
    private AnEndpoint() {}

    public static Endpoint of(OrganizationId organization) {
        return new Endpoint(
                new EndpointId(Sample.id()),
                organization,
                WebhookUrl.parse("https://example.com/events?from=pulse"),
                Set.of(EventType.MESSAGE_SENT, EventType.MESSAGE_FAILED),
                Secrets.first("encrypted"),
                Optional.empty(),
                Optional.empty(),
                Sample.NOW,
                0);
    }

    public static Endpoint in(Storage storage, OrganizationId organization) {
        var made = of(organization);
        storage.transactions().run(() -> storage.endpoints().insert(made));
        return made;
    }
}
