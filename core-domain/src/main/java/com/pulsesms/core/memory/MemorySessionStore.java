package com.pulsesms.core.memory;

import com.pulsesms.core.identity.Session;
import com.pulsesms.core.identity.SessionStore;
import com.pulsesms.core.kernel.SessionId;
import java.time.Instant;
import java.util.Optional;

/** Sign-ins in a {@link MemoryDatabase}. */
public final class MemorySessionStore implements SessionStore {
    private final MemoryDatabase database;
    private final Table<SessionId, Session> sessions;

    public MemorySessionStore(MemoryDatabase database) {
        this.database = database;
        this.sessions = database.tableById(SessionId::value);
    }

    @Override
    public void insert(Session session) {
        sessions.insert(session.id(), session);
    }

    @Override
    public Optional<Session> find(SessionId id) {
        return sessions.find(id);
    }

    @Override
    public void revoke(SessionId id, Instant at) {
        database.atomically(() -> find(id).filter(session -> session.revokedAt().isEmpty())
                .ifPresent(session -> sessions.put(id, revoked(session, at))));
    }

    private static Session revoked(Session session, Instant at) {
        return new Session(session.id(), session.user(), session.createdAt(), session.expiresAt(), Optional.of(at));
    }
}
