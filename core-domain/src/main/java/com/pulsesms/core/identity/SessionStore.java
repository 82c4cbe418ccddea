package com.pulsesms.core.identity;

import com.pulsesms.core.kernel.DrivenPort;
import com.pulsesms.core.kernel.SessionId;
import java.time.Instant;
import java.util.Optional;

/** Keeps sign-ins, so that every node knows which are revoked. */
@DrivenPort
public interface SessionStore {
    void insert(Session session);

    Optional<Session> find(SessionId id);

    /** Revokes it if it is there and not revoked already; the first time counts. */
    void revoke(SessionId id, Instant at);
}
