package com.pulsesms.jms;

import com.pulsesms.core.kernel.OrganizationId;

/** Who wants to know on this node that messages wait: whoever keeps the phones' parked polls. It must return soon. */
@FunctionalInterface
public interface ReadyListener {
    void ready(OrganizationId organization);
}
