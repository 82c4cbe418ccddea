package com.pulsesms.core.webhook;

import com.pulsesms.core.kernel.DrivenPort;
import com.pulsesms.core.kernel.EndpointId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps endpoints. */
@DrivenPort
public interface EndpointStore {
    void insert(Endpoint endpoint);

    /**
     * Saves over the revision that {@code endpoint} was read at, and raises it by one.
     *
     * @throws com.pulsesms.core.kernel.Refusal.Conflict {@code stale} if another revision is stored
     */
    void update(Endpoint endpoint);

    void delete(OrganizationId organization, EndpointId id);

    Optional<Endpoint> find(OrganizationId organization, EndpointId id);

    /** Newest first. */
    Page<Endpoint> page(OrganizationId organization, PageRequest request);

    /** Those that are not disabled, in the order of their ids. */
    List<Endpoint> enabled(OrganizationId organization);

    long count(OrganizationId organization);

    /** Remembers that a delivery failed: {@link Endpoint#failingSince} is set unless it is. The revision stays. */
    void failed(EndpointRef endpoint, Instant at);

    /** Remembers that a delivery succeeded: {@link Endpoint#failingSince} is emptied. The revision stays. */
    void succeeded(EndpointRef endpoint);

    /** Disables it unless it is, whatever revision is stored, and raises that. */
    void disable(EndpointRef endpoint, Endpoint.Reason reason, Instant at);
}
