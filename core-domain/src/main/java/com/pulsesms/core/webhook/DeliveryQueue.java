package com.pulsesms.core.webhook;

import com.pulsesms.core.kernel.DrivenPort;

/**
 * Asks some node to deliver what is due to an endpoint. It is a nudge: it may be lost or repeated, and what is due remains
 * stored. It is called after the commit, never inside a transaction.
 */
@DrivenPort
public interface DeliveryQueue {
    void deliverTo(EndpointRef endpoint);
}
