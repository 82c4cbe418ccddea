package com.pulsesms.core.webhook;

import com.pulsesms.core.kernel.DrivenPort;

/**
 * Asks some node to deliver what is due to an endpoint. It is a nudge: it may be lost or repeated, and what is due remains
 * stored. It is called after the commit, never inside a transaction.
 */
@DrivenPort
public interface DeliveryQueue {
    /** Something new is due. */
    void deliverTo(EndpointRef endpoint);

    /** Something has been due for a while, and this node has found it: it need not ask another. */
    default void remindOf(EndpointRef endpoint) {
        deliverTo(endpoint);
    }
}
