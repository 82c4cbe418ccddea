package com.pulsesms.core.memory;

import com.pulsesms.core.kernel.EndpointId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.webhook.Endpoint;
import com.pulsesms.core.webhook.EndpointRef;
import com.pulsesms.core.webhook.EndpointStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Webhook endpoints in a {@link MemoryDatabase}. */
final class MemoryEndpointStore implements EndpointStore {
    private final MemoryDatabase database;
    private final OwnedTable<Endpoint> endpoints;

    MemoryEndpointStore(MemoryDatabase database) {
        this.database = database;
        this.endpoints = new OwnedTable<>(
                database,
                endpoint -> new Owned(endpoint.organization(), endpoint.id().value()));
    }

    @Override
    public void insert(Endpoint endpoint) {
        endpoints.insert(endpoint);
    }

    @Override
    public void update(Endpoint endpoint) {
        database.atomically(() -> {
            endpoints.current(endpoint, Endpoint::revision);
            endpoints.put(with(endpoint, endpoint.failingSince(), 1));
        });
    }

    private static Endpoint with(Endpoint endpoint, Optional<Instant> failingSince, int revisions) {
        return new Endpoint(
                endpoint.id(),
                endpoint.organization(),
                endpoint.url(),
                endpoint.events(),
                endpoint.secrets(),
                endpoint.disabled(),
                failingSince,
                endpoint.createdAt(),
                endpoint.revision() + revisions);
    }

    @Override
    public void delete(OrganizationId organization, EndpointId id) {
        endpoints.remove(organization, id.value());
    }

    @Override
    public Optional<Endpoint> find(OrganizationId organization, EndpointId id) {
        return endpoints.find(organization, id.value());
    }

    @Override
    public Page<Endpoint> page(OrganizationId organization, PageRequest request) {
        return endpoints.page(organization, request, endpoint -> true);
    }

    @Override
    public List<Endpoint> enabled(OrganizationId organization) {
        return database.atomically(() -> {
            var newestFirst = new ArrayList<>(
                    endpoints.of(organization).filter(Endpoint::enabled).toList());
            Collections.reverse(newestFirst);
            return newestFirst;
        });
    }

    @Override
    public long count(OrganizationId organization) {
        return database.atomically(() -> endpoints.of(organization).count());
    }

    @Override
    public void failed(EndpointRef ref, Instant at) {
        database.atomically(() -> find(ref.organization(), ref.endpoint())
                .filter(endpoint -> endpoint.failingSince().isEmpty())
                .ifPresent(endpoint -> endpoints.put(with(endpoint, Optional.of(at), 0))));
    }

    @Override
    public void succeeded(EndpointRef ref) {
        database.atomically(() -> find(ref.organization(), ref.endpoint())
                .ifPresent(endpoint -> endpoints.put(with(endpoint, Optional.empty(), 0))));
    }

    @Override
    public void disable(EndpointRef ref, Endpoint.Reason reason, Instant at) {
        database.atomically(() -> find(ref.organization(), ref.endpoint())
                .filter(Endpoint::enabled)
                .ifPresent(endpoint -> update(endpoint.disable(reason, at))));
    }
}
