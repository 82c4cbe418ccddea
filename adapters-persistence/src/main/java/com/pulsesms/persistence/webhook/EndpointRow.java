package com.pulsesms.persistence.webhook;

import com.pulsesms.core.kernel.EndpointId;
import com.pulsesms.core.kernel.EventType;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.webhook.Endpoint;
import com.pulsesms.core.webhook.Secrets;
import com.pulsesms.core.webhook.WebhookUrl;
import com.pulsesms.persistence.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@Entity
@Table(name = "webhook_endpoint")
class EndpointRow {
    @Id
    UUID id;

    @Column(name = "organization_id")
    UUID organization;

    String url;

    /** The names of the events, by which other systems know them. */
    String events;

    String secret;

    @Column(name = "replaced_secret")
    String replacedSecret;

    @Column(name = "replaced_until")
    Instant replacedUntil;

    @Column(name = "disabled_at")
    Instant disabledAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "disabled_because")
    Endpoint.Reason disabledBecause;

    @Column(name = "failing_since")
    Instant failingSince;

    @Column(name = "created_at")
    Instant createdAt;

    int revision;

    protected EndpointRow() {}

    static EndpointRow of(Endpoint endpoint) {
        var row = new EndpointRow();
        row.id = endpoint.id().value();
        row.organization = endpoint.organization().value();
        row.createdAt = endpoint.createdAt();
        row.revision = endpoint.revision();
        row.copy(endpoint);
        return row;
    }

    void save(Endpoint endpoint) {
        copy(endpoint);
        revision++;
    }

    private void copy(Endpoint endpoint) {
        url = endpoint.url().toString();
        events = Json.texts(
                endpoint.events().stream().map(EventType::text).sorted().toList());
        secret = endpoint.secrets().current();
        var replaced = endpoint.secrets().replaced();
        replacedSecret = replaced.map(Secrets.Replaced::secret).orElse(null);
        replacedUntil = replaced.map(Secrets.Replaced::until).orElse(null);
        disabledAt = endpoint.disabled().map(Endpoint.Disabled::at).orElse(null);
        disabledBecause = endpoint.disabled().map(Endpoint.Disabled::reason).orElse(null);
        failingSince = endpoint.failingSince().orElse(null);
    }

    Endpoint toEndpoint() {
        return new Endpoint(
                new EndpointId(id),
                new OrganizationId(organization),
                new WebhookUrl(URI.create(url)),
                types(),
                new Secrets(
                        secret,
                        Optional.ofNullable(replacedSecret).map(before -> new Secrets.Replaced(before, replacedUntil))),
                Optional.ofNullable(disabledAt).map(at -> new Endpoint.Disabled(at, disabledBecause)),
                Optional.ofNullable(failingSince),
                createdAt,
                revision);
    }

    private Set<EventType> types() {
        return Json.texts(events).stream()
                .map(text -> EventType.ofText(text).orElseThrow())
                .collect(Collectors.toSet());
    }
}
