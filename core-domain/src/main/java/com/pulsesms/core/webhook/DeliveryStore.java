package com.pulsesms.core.webhook;

import com.pulsesms.core.kernel.DeliveryId;
import com.pulsesms.core.kernel.DrivenPort;
import com.pulsesms.core.kernel.EndpointId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps events, their deliveries and the log of those. What is being tried is leased: if nothing is told of it until the
 * lease ends, it is due again.
 */
@DrivenPort
public interface DeliveryStore {
    /** Adds events and their deliveries, in batches. */
    void insert(List<Event> events, List<Delivery> deliveries);

    /**
     * Leases what is due to the endpoint, the longest due first; what another transaction is claiming is passed over.
     *
     * @return at most {@code max}, with the numbers of their next attempts
     */
    List<Claimed> claim(EndpointRef endpoint, int max, Instant now, Instant leaseUntil);

    /** A delivery that may be tried, under the number that this attempt will have. */
    record Claimed(Delivery delivery, int number) {}

    /** Keeps what became of attempts, also of one whose lease has ended; only the newest of a delivery decides its state. */
    void settle(EndpointRef endpoint, List<Outcome> outcomes);

    /** @param dueAt when it is tried next, while it is pending */
    record Outcome(DeliveryId delivery, Attempt attempt, DeliveryState state, Optional<Instant> dueAt) {}

    /** Makes what was claimed and not tried due again. */
    void putBack(EndpointRef endpoint, List<Claimed> claimed, Instant now);

    Optional<Delivery> find(EndpointRef endpoint, DeliveryId id);

    /** Oldest first. */
    List<Attempt> attempts(EndpointRef endpoint, DeliveryId id);

    /** Newest first. */
    Page<Delivery> page(EndpointRef endpoint, DeliveryFilter filter, PageRequest request);

    /** Makes it begin anew, due now. */
    void redeliver(EndpointRef endpoint, DeliveryId id, Instant now);

    /**
     * Makes deliveries begin anew, set-based and due now.
     *
     * @return how many
     */
    int redeliver(EndpointRef endpoint, Replay replay, Instant now);

    /**
     * Deliveries that are to begin anew.
     *
     * @param from of events that happened then or later
     * @param to of events that happened before
     */
    record Replay(Instant from, Instant to, Set<DeliveryState> states) {}

    /** Enabled endpoints behind {@code after}, in the order of their ids, to which something is due. */
    List<EndpointRef> due(Instant now, Optional<EndpointId> after, int limit);

    /**
     * Forgets events that happened before {@code time}, with their deliveries.
     *
     * @return how many of at most {@code limit}
     */
    int forget(Instant time, int limit);

    /** Whether anything is due to the endpoint. */
    boolean anyDue(EndpointRef endpoint, Instant now);
}
