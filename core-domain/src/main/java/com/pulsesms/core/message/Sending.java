package com.pulsesms.core.message;

import com.pulsesms.core.kernel.DrivenPort;
import com.pulsesms.core.kernel.OrganizationId;

/**
 * Tells those who send that messages wait. It is a nudge: it may be lost or repeated, and the rows remain the truth. It is
 * called after the commit, never inside a transaction, and must return at once.
 */
@DrivenPort
public interface Sending {
    void ready(OrganizationId organization);
}
